package reply

var spanish = []group{
	{Unsubscribe, 10, `
		no|nunca|jamás me|nos|vuelva|vuelvas|vuelvan|volver|quiero|deseo|queremos ... escrib*|contact*|llam*|mand*|env*|molest*|correos|mensajes|recib*
		no me|nos escriba*|escribas|contacte*|llame*|mande*|envíe*|moleste*|siga*|vuelva* ... más|nunca|correos|mensajes|mails|emails|nada|información
		no me|nos vuelva*
		no|ni contacte*|escriba*|envíe*|mande*|llame* más|de|nunca|nada|conmigo
		no quiero|deseo|queremos|deseamos ... recibir|más|que|saber|ser|correos
		no ... más correos|mensajes|mails|emails|llamadas|publicidad
		deje|deja|dejen|dejad de ... escribir*|contactar*|enviar*|mandar*|llamar*|molestar*|acosar*|insistir|spamear
		deje* de
		absténgase*|abstenerse|absténganse de
		pare|para|paren|basta|cese|cesen ... de ... escribir*|contactar*|enviar*|mandar*|llamar*|molestar*|correos|mensajes|spam
		basta de|ya
		déjeme|déjenos|déjame|déjennos|déjenme ... paz|tranquilo|tranquila|tranquilos
		dar|darme|darnos|darse|dé|denme|deme|déme|quiero|solicito|pido|dame|dadme ... baja
		darme|darnos|dé|deme|darnos me|de|la|nos|baja ... baja
		solicito|pido|quiero ... baja|cancelar
		me|nos dé|den|des|da de baja
		baja de|por|inmediata ... lista|favor|boletín|base
		elimine|eliminar|elimínenme|elimíneme|elimíname|quite|quíteme|quítenme|quítame|bórreme|bórrenme|bórrame|saque|sáqueme|sáquenme|sácame|borre|retire|retíreme|sacar ... lista|listas|base|bases|registros|contactos|envíos|boletín
		elimíneme|elimínenme|quíteme|quítenme|sáqueme|sáquenme|bórreme|bórrenme|elimíname|quítame|bórrame|sácame
		cancelar|cancele|cancelen ... suscripción
		ningún correo|mensaje|contacto más
		olvídese|olvídate de mí|nosotros|mi
		he bloqueado|bloqueo
		me opongo a|al
		retiro|revoco mi consentimiento
	`},
	{Unsubscribe, 7, `
		darse de baja
		desuscribir*
		como spam
		spam
	`},
	{silence, 1, `
		para|puede darse|darte|cancelar ... baja|suscripción ... pulse|clic|aquí|haga
		para|puede|puedes|si darse|darte|desea|quiere de|darse|cancelar ... baja|suscripción
		haga|pulse clic|aquí
		no me|nos escriba|llame antes|hasta
		carpeta|bandeja de spam
	`},
	{Erasure, 10, `
		borre*|borrar|elimine*|eliminar|suprimir|suprima* ... datos|información
		datos ... borrar|borrados|eliminar|eliminados|suprimir|suprimidos|eliminen
		borrado|eliminación|supresión|cancelación ... datos|información
		derecho ... supresión|olvido
		artículo 17
	`},
	{Complaint, 10, `
		acciones|medidas|vías legales|judiciales
		abogado|abogada|abogados
		denuncia|denunciar*|denuncio|demandar*|demanda
		agencia|aepd española|de|protección ... datos
		aepd
		acoso|acosando|acosar|hostigamiento
		ilegal
		queja|quejarme|reclamación
		infracción|incumplimiento|viola|vulnera ... rgpd|ley|lopd|protección
	`},
	{Complaint, 8, `
		inaceptable|intolerable
		de dónde|donde ... sacado|sacó|datos|correo|número|obtenido
		cómo ... conseguido|consiguió|obtuvo|obtenido ... datos|correo|número|dirección|mail
	`},
	{NotInterested, 8, `
		no ... interesa*|interesad*|interese|interesante
		sin interés
		ningún|poco|nulo interés
		no tenemos|tengo|hay|hemos ... interés
		no gracias
		gracias ... pero no
		no ... necesitamos|necesito|necesitar
		no necesitamos|necesito
		no es|era|sería|son ... prioridad|interés
		no es|sería para nosotros|mí
		no estamos|estoy|vamos|voy ... buscando|seguir|avanzar|adelante|continuar
		no buscamos|queremos|queremos
		declinar|declinamos|declino
		descartado|descartamos|rechazamos
		hemos decidido no
		no veo|vemos|nos ... valor|convence|encaje
		no nos|me convence
	`},
	{NoFit, 8, `
		no ... encaja*|ajusta*|adapta*|aplica|cuadra
		no se|nos ajusta|adapta|sirve|encaja|aplica|cuadra
		demasiado|muy pequeñ*|grande* ... para|empresa
		somos demasiado|muy pequeñ*|grande*
		no somos ... cliente|público|perfil|objetivo
		no es|era lo que|adecuad*|relevante|aplicable|compatible
		no ... cubre|resuelve|usamos|hacemos
	`},
	{NoBudget, 8, `
		no|sin|ni|ningún|tampoco ... presupuesto|dinero|fondos|recursos
		presupuesto ... agotado|congelado|cerrado|recortado|limitado|gastado|asignado|bloqueado|ajustado
		demasiado|muy caro|cara|caros|costoso
		no ... permitir*|permitírnoslo|pagar|podemos pagar|costear
		fuera de ... presupuesto
		recortes|recorte|congelación ... presupuest*|gastos|gasto
		se sale de|del
	`},
	{HasVendor, 8, `
		ya ... proveedor|solución|herramienta|agencia|partner|usamos|utilizamos|trabajamos|contamos|plataforma|sistema|cubierto|contratado
		tenemos|tengo ya|otro|un|una ... proveedor|solución|herramienta|agencia|partner|sistema
		contentos|satisfechos|contento|satisfecha|contenta|satisfecho con
		nuestro|otro|actual proveedor|herramienta|solución|actual
		elegido|escogido|contratado|firmado|optado ... otro|competidor|competencia|otra|con|por
		contrato ... vigente|hasta|vence|con
		internamente
		herramienta|solución|desarrollo propia|propio|interna|interno
	`},
	{Postpone, 9, `
		contácteme|contáctenos|contáctame|escríbame|escríbanos|escríbeme|llámeme|llámame|llámenos|hablamos|hablemos|retomar*|retomemos|retomamos|vuelva|vuelve|contacte|escriba ... en|después|partir|dentro|pasado|más|tras|a|cuando|contactar*|escribir*
		no|nada|nunca ... antes de|del
		a partir de|del
		en|hasta|después|pasado ... enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|vacaciones|verano|semestre|trimestre
		próximo|próxima|siguiente año|trimestre|mes|semestre|ejercicio
		el|año año que|próximo viene
		aplaz*|pospon*|pospuesto|posponer
		en pausa|espera|stand
		este año|trimestre|mes no
		quizás|quizá|mejor|tal en|el|para|más|vez ... año|trimestre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|adelante|tarde
	`},
	{Postpone, 7, `
		ahora mismo|no ... no|puedo|podemos|estamos|es|tengo
		ahora no
		no ... ahora|momento|buen
		no es ... buen|el ... momento
		por|de ahora|momento no
		mal momento
		más adelante
		más tarde
		no tengo|tenemos tiempo
		muy|hasta liad*|ocupad*|arriba
	`},
	{Reschedule, 8, `
		cambiar|mover|posponer|aplazar|reprogramar|retrasar|adelantar|pasar ... reunión|cita|llamada|demo|videollamada|hora|fecha
		reprogramar|reagendar
		otra|otro fecha|hora|día|momento|hueco
		surgido|surgió|imprevisto
		no ... podré|puedo|podemos|podremos ... reunión|cita|llamada|asistir|mañana|lunes|martes|miércoles|jueves|viernes|hoy
	`},
	{WrongPerson, 8, `
		no soy ... persona|responsable|indicad*|adecuad*|encargad*|quien|decisor|contacto
		no es|era mi|la|el área|departamento|competencia|responsabilidad|persona|decisión|función
		persona|contacto|departamento|dirección equivocad*|incorrect*|errónea
		equivocado|equivoca de|se ... persona|contacto|departamento
		no me ... encargo|ocupo|corresponde|compete|dedico
		no llevo|decido|gestiono
		no depende de mí
	`},
	{Refers, 9, `
		hable|habla|contacte|contacta|escriba|escribe|diríjase|póngase|ponte|pregunte|consulte ... con|a|mi|nuestro ... compañer*|colega|director*|responsable|jefe|jefa|señor*|contacto
		diríjase a
		póngase|ponte en contacto
		persona|contacto|responsable adecuad*|indicad*|correct* ... es|sería
		responsable|encargad* es|del|de|sería
		reenvío|reenviado|reenvié|paso|pasado|remito|traslado ... correo|mensaje|a|compañer*|su
		he reenviado|pasado
		en copia
		quien|él|ella ... lleva|decide|gestiona|encarga
		se encarga|ocupa
	`},
	{refers, 1, `
		con
		es|sería
		a
		copia
		contacte|contacta|contactar ... con|a
	`},
	{Interested, 8, `
		interesa*
		interesad*
		interesante*
		me|nos gustaría|encantaría|encaja|apunto
		suena|parece|tiene bien|genial|interesante|buena|perfecto|estupendo|muy
		buena|excelente|no idea|mala
		no|nada ... mala idea
		no ... digo|diría que no
		mándeme|mándame|envíeme|envíame|envíenos|envíanos|envíe|mande|pásame|páseme|enviarme|mandarme ... información|info|detalles|precios|propuesta|presupuesto|dossier|catálogo|presentación|invitación|más|oferta|tarifas
		más información|detalles
		hablemos|hablamos|quedamos|agendemos|agendamos|veámonos ... lunes|martes|miércoles|jueves|viernes|semana|llamada|reunión|mañana|cuando
		lunes|martes|miércoles|jueves|viernes|mañana ... bien|viene|perfecto|puedo|va|vale
		me|nos viene|va bien|perfecto|genial
		claro|sí ... que|adelante|por|encantad*
		agendar|concertar|programar|fijar ... llamada|reunión|cita|demo
		encantad*
		abiertos|abierto|abierta a
		con gusto
		por|cómo qué no
	`},
	{Question, 6, `
		quién es|eres|son usted|tú|ustedes
		cuánto cuesta|vale|es|sale
		cuál es|sería ... precio
		tengo|tenemos|una|unas|algunas ... pregunta|preguntas|duda|dudas
	`},
	{OtherChannel, 8, `
		llámeme|llámame|llámenos|llámanos
		llámeme|llámame ... al|mejor|por|móvil
		por|vía|mediante teléfono|whatsapp|linkedin|teams|móvil|sms
		al|mi móvil|teléfono|número|celular
		mejor por|llámame|llámeme|teléfono
	`},
	{silence, 1, `
		visto|encontrado en|por linkedin
	`},
	{instead, 1, `
		mejor
		prefiero|preferible|preferimos
		en lugar de
	`},
	{past, 1, `
		año|mes|trimestre|verano|vez|semana pasad*|anterior
		entonces
		en su momento|día
		hace ... años|meses|año
		anteriormente
		no teníamos|tenía|estaba|estábamos|tuvimos|era|hubo|había|nos|me ... presupuesto|interés|interesaba|interesad*|buscando|necesitábamos
		no estaba|estábamos|teníamos|tenía
	`},
	{OutOfOffice, 9, `
		fuera de ... oficina
		estoy|estaré|encuentro|estamos ... vacaciones|ausente|baja|viaje|fuera|permiso
		ausente hasta|del|de|de|por
		de|por vacaciones|baja|permiso hasta|del|maternal|médica|de|y
		baja maternal|médica|paternal|por
		a|hasta mi regreso|vuelta
		regreso|vuelvo|regresaré|volveré|reincorporo|reincorporaré el|a|en
		acceso limitado
		sin acceso
		durante|en mi ausencia
	`},
	{silence, 1, `
		ya|acabo|vuelto|regresado|he|vuelvo de ... vacaciones
		he vuelto|regresado
		estaba|estuve|estábamos ... vacaciones|fuera|baja|viaje
		después de|tras las|mis|de vacaciones
	`},
	{AutoAck, 8, `
		respuesta|mensaje|correo automátic*
		mensaje|correo|respuesta generad*|enviad* automáticamente
		hemos recibido ... su|tu|mensaje|correo|solicitud|consulta
		solicitud|consulta|mensaje|correo|ticket ... recibid*|registrad*|cread*
		responderemos|contestaremos|atenderemos ... breve|horas|antes|posible|plazo
		no responda|conteste a este
		número de ticket|caso|incidencia
	`},
	{LeftCompany, 9, `
		ya no trabajo|formo|pertenezco|estoy
		he dejado ... empresa|compañía|organización
		este|esta correo|buzón|cuenta|dirección ... ya|no ... no|activ*|atendid*
	`},
	{LeftCompany, 8, `
		ya no trabaja|forma|está|pertenece|estará
		dejó|dejado|abandonado ... empresa|compañía
		se ha jubilado|ido
	`},
	{Bounce, 9, `
		no ... podido|pudo|ha ... entregar*|entregado
		buzón ... lleno
		dirección|destinatario ... existe|desconocid*|encontr*
	`},
}

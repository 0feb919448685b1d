package pipeline

import "testing"

// TestNamesInTwoColumns are whole in four languages, whether or not one of the headers
// could mean the whole name.
func TestNamesInTwoColumns(t *testing.T) {
	for _, c := range []struct{ headers, row string }{
		{"First Name;Last Name", "Kim;Olsen"}, {"Vorname;Nachname", "Kim;Olsen"}, {"Vorname;Name", "Kim;Olsen"}, {"Name;Vorname", "Olsen;Kim"}, {"Prénom;Nom", "Kim;Olsen"}, {"Nom;Prénom", "Olsen;Kim"},
		{"Prénom;Nom de famille", "Kim;Olsen"}, {"Nombre;Apellidos", "Kim;Olsen"}, {"Nombre;Apellido", "Kim;Olsen"}, {"Apellidos;Nombre", "Olsen;Kim"},
		{"Nom;Prénom;Nom de famille", "Kim Olsen;Kim;Olsen"}, {"Nom complet;Prénom;Nom", "Kim Olsen;Kim;Olsen"}, {"Nombre;Nombre de pila;Apellidos", "Kim Olsen;Kim;Olsen"},
		{"Nombre completo;Nombre;Apellidos", "Kim Olsen;Kim;Olsen"}, {"Name", "Kim Olsen"}, {"Nom", "Kim Olsen"}, {"Nombre", "Kim Olsen"}, {"Name;Vorname;Nachname", "Kim Olsen;Kim;Olsen"},
	} {
		_, lines := linesOf(t, textSource("p.csv", c.headers+";E-Mail\n"+c.row+";kim@x.example\n"))
		if lines[0].Name != "Kim Olsen" || lines[0].Contact != "Kim Olsen" {
			t.Errorf("%s: %q", c.headers, lines[0].Name)
		}
	}
}

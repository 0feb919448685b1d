package signal

const (
	singular = iota + 1
	several
)

// person is which first person a word is of, in a language; 0 is none. Where the
// language is not known it is taken for English.
func person(lang string, word []byte) int {
	switch lang {
	case "", "en":
		return english(word)
	case "de":
		return german(word)
	case "fr":
		return french(word)
	case "es":
		return spanish(word)
	}
	return 0
}

func english(word []byte) int {
	switch string(word) {
	case "we", "us", "our", "ours", "ourselves":
		return several
	case "i", "me", "my", "mine", "myself":
		return singular
	}
	return 0
}

func german(word []byte) int {
	switch string(word) {
	case "wir", "uns", "unser", "unsere", "unseren", "unserem", "unserer", "unseres":
		return several
	case "ich", "mich", "mir", "mein", "meine", "meinen", "meinem", "meiner", "meines":
		return singular
	}
	return 0
}

func french(word []byte) int {
	switch string(word) {
	case "nous", "notre", "nos", "notres":
		return several
	case "je", "j", "me", "m", "moi", "mon", "ma", "mes", "mien", "mienne":
		return singular
	}
	return 0
}

// spanish mostly hides the person in the verb.
func spanish(word []byte) int {
	switch string(word) {
	case "nosotros", "nosotras", "nos", "nuestro", "nuestra", "nuestros", "nuestras",
		"estamos", "tenemos", "somos", "queremos", "necesitamos", "podemos", "usamos", "buscamos", "trabajamos":
		return several
	case "yo", "me", "mi", "mis", "mio", "mia", "conmigo",
		"estoy", "tengo", "soy", "quiero", "necesito", "puedo", "uso", "busco", "creo", "voy":
		return singular
	}
	return 0
}

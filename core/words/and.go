package words

// And joins two things of {documents}: "a and b".
func And(lang, a, b string) string { return a + speak(lang).and + b }

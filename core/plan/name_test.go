package plan

import "testing"

func TestFullName(t *testing.T) {
	for name, want := range map[string]string{
		"Kim Olsen": "Kim Olsen", "Kim\n Olsen": "Kim Olsen", "Olsen, Kim": "Kim Olsen", "Dr. Anna Berg": "Dr. Anna Berg",
		"Kim Olsen, MBA": "Kim Olsen, MBA", "Olsen, PhD": "Olsen, PhD", "kim@acme.example": "kim@acme.example", "": "",
	} {
		if got := fullName(name); got != want {
			t.Errorf("%q is called %q, want %q", name, got, want)
		}
	}
}

// TestFirstName: a name that is not plain is a blank to fill, never a wrong one.
func TestFirstName(t *testing.T) {
	for name, want := range map[string]string{
		"Kim": "Kim", "Kim Olsen": "Kim", " Kim\nOlsen ": "Kim", "Anne-Marie Roux": "Anne-Marie", "JoAnn Reed": "JoAnn", "Élodie Petit": "Élodie",
		"Dr. Anna Berg": "Anna", "Prof. Dr. med. Anna Berg": "Anna", "Herr Kim Olsen": "Kim", "Dipl.-Ing. Ute Kern": "Ute", "Sra. Ana Ruiz": "Ana",
		"Olsen, Kim": "Kim", `"Olsen, Kim"`: "Kim", "Olsen, Dr. Kim": "Kim", "Kim Olsen, MBA": "Kim", "Dr. Kim Olsen, PhD": "Kim",

		"": "", "Dr.": "", "Herr": "", "Dr. Berg": "", "Frau Berg": "", "Mr Olsen": "", "Mme Roux": "", "Olsen, Dr.": "", "Olsen, PhD": "",
		"KIM": "", "KIM OLSEN": "", "OLSEN Kim": "", "JP Morgan": "", "K. Olsen": "", "K Olsen": "", "J.-P. Roux": "",
		"kim@acme.example": "", "kim": "", "info": "", "Kim2": "", "Kim/Jo": "", "van Olsen, Kim": "", "Kim Olsen, Acme": "", "山田 太郎": "",
	} {
		if got := firstName(name); got != want {
			t.Errorf("%q is greeted as %q, want %q", name, got, want)
		}
	}
}

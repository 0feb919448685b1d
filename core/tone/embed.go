//go:build !lean

package tone

import "embed"

//go:embed en.txt de.txt fr.txt es.txt
var files embed.FS

func init() {
	Source = func(lang string) ([]byte, error) { return files.ReadFile(lang + ".txt") }
}

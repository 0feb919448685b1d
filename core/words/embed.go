//go:build !lean

package words

import "embed"

//go:embed en.json de.json fr.json es.json
var files embed.FS

func init() {
	Source = func(lang string) ([]byte, error) { return files.ReadFile(lang + ".json") }
}

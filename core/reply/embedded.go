//go:build !apart

package reply

import _ "embed"

//go:embed tables/compiled.bin
var compiled string

//go:build apart

package reply

// compiled is given to Load by a program that keeps tables/compiled.bin as a
// file of its own, so that it need not be in the program's code.
var compiled string

//go:build !unix

package main

import "io"

// widthOf is how many characters fit in a line of a terminal; 0 is not known.
func widthOf(io.Writer) int { return 0 }

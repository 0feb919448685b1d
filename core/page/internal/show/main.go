// Show reads snapshots, one JSON object a line, and prints for each the Context
// and how each field was found, as one JSON object a line. It is the Go half of
// `make read`.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"cleanbreak/core/page"
)

func main() {
	if err := show(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
}

func show(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 16<<20)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	for lines.Scan() {
		context, err := page.Read(lines.Bytes())
		if err != nil {
			return err
		}
		found, err := page.HowFound(lines.Bytes())
		if err != nil {
			return err
		}
		if err := enc.Encode(map[string]any{"context": context, "found": found}); err != nil {
			return err
		}
	}
	return lines.Err()
}

// Command newsignal begins a new signal: its file, its line in All, its weight, its
// case and a row of its test. What it leaves blank, the tests name.
//
//	make new-signal name=job-change
package main

import (
	"fmt"
	"os"
)

const after = `
go test ./core/signal ./core/playbook names what is left. When nothing is:

  make locales  gathers what it says; translate what is printed, in extension/_locales
  make rules    lists it in core/RULES.md

and go test ./core/assess ./core/rulebook ./extension/tools/locales proves it.
`

func main() {
	if len(os.Args) != 2 || os.Args[1] == "" {
		fail("usage: make new-signal name=job-change")
	}
	name := os.Args[1]
	made, err := scaffold(".", name)
	if err != nil {
		fail(err.Error())
	}
	fmt.Printf("%s is begun, and does nothing yet. Write:\n\n", name)
	for _, m := range made {
		fmt.Printf("  %-34s %s\n", m.file, m.todo)
	}
	fmt.Print(after)
}

func fail(text string) {
	fmt.Fprintln(os.Stderr, "new-signal:", text)
	os.Exit(2)
}

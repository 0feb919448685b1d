// Command cleanbreak is the engine for scripts, cron and CI.
//
//	cleanbreak assess FILE|-    judge the case, or the list of cases, in a JSON file
//	cleanbreak context FILE|-   read a page snapshot and print its context
//	cleanbreak reply FILE|-     read messages, JSON lines, and print what they mean
//
// It exits 0, or 2 with the field, the place and what to do.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	_ "time/tzdata" // the same zones on every machine

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
)

const usage = `usage: cleanbreak assess FILE|-     judge the case, or the list of cases, in a JSON file
       cleanbreak context FILE|-    read a page snapshot and print its context
       cleanbreak reply FILE|-      read messages, JSON lines, and print what they mean
`

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, complaints io.Writer) int {
	if len(args) == 1 && (args[0] == "help" || args[0] == "-h" || args[0] == "--help") {
		fmt.Fprint(out, usage)
		return 0
	}
	if len(args) != 2 || commands[args[0]] == nil && args[0] != "reply" {
		fmt.Fprint(complaints, usage)
		return 2
	}
	data, name, err := read(args[1], in)
	switch {
	case err != nil:
	case args[0] == "reply":
		err = readReplies(data, out)
	default:
		err = answer(commands[args[0]], data, out)
	}
	if err != nil {
		fmt.Fprintf(complaints, "cleanbreak %s: %s: %s\n", args[0], name, err)
		return 2
	}
	return 0
}

var commands = map[string]func([]byte) (any, error){
	"assess":  assessAll,
	"context": func(data []byte) (any, error) { return page.Read(data) },
}

func read(name string, in io.Reader) (data []byte, shown string, err error) {
	if name == "-" {
		data, err = io.ReadAll(in)
		return data, "standard input", err
	}
	data, err = os.ReadFile(name)
	return data, name, err
}

func answer(command func([]byte) (any, error), data []byte, out io.Writer) error {
	result, err := command(data)
	if err != nil {
		return err
	}
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(result)
}

func assessAll(data []byte) (any, error) {
	cases, many, err := assess.ParseCases(data)
	if err != nil {
		return nil, err
	}
	results := make([]assess.Assessment, len(cases))
	for i, c := range cases {
		results[i] = c.Assess()
	}
	if !many {
		return results[0], nil
	}
	return results, nil
}

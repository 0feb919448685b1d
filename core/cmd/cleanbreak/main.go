// Command cleanbreak is the engine for scripts, cron and CI.
//
//	cleanbreak assess [-playbook NAME|FILE] FILE|-   judge the case, or the list of cases, in a JSON file
//	cleanbreak playbook NAME|FILE                    check a playbook and print it in full
//	cleanbreak context FILE|-                        read a page snapshot and print its context
//	cleanbreak reply FILE|-                          read messages, JSON lines, and print what they mean
//	cleanbreak triage [flags] FILE…                  judge the rows of CRM exports
//	cleanbreak curve [flags] FILE…                   when replies stop, from the same exports
//
// It exits 0, or 2 with the field, the place and what to do.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	_ "time/tzdata" // the same zones on every machine

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
)

const usage = `usage: cleanbreak assess [-playbook NAME|FILE] FILE|-   judge the case, or the list of cases, in a JSON file
       cleanbreak playbook NAME|FILE                    check a playbook and print it in full
       cleanbreak context FILE|-                        read a page snapshot and print its context
       cleanbreak reply FILE|-                          read messages, JSON lines, and print what they mean
       cleanbreak triage [flags] FILE…                  judge the rows of CRM exports; triage -h lists the flags
       cleanbreak curve [flags] FILE…                   when replies stop, from the same exports; curve -h
`

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, complaints io.Writer) int {
	if n := len(args); n > 0 && args[0] != "triage" && args[0] != "curve" && slices.Contains([]string{"help", "-h", "--help"}, args[n-1]) {
		fmt.Fprint(out, usage)
		return 0
	}
	c := call{in: in, out: out}
	if len(args) > 0 && args[0] == "triage" {
		return runTriage(args[1:], c, complaints)
	}
	if len(args) > 0 && args[0] == "curve" {
		return runCurve(args[1:], c, complaints)
	}
	args = c.flags(args)
	if len(args) != 2 || commands[args[0]] == nil {
		fmt.Fprint(complaints, usage)
		return 2
	}
	if err := commands[args[0]](c, args[1]); err != nil {
		fmt.Fprintf(complaints, "cleanbreak %s: %s\n", args[0], err)
		return 2
	}
	return 0
}

// call is one run of the command.
type call struct {
	in       io.Reader
	out      io.Writer
	playbook string // for assess; "" is Balanced
}

// flags takes -playbook, which only assess knows, out of the arguments.
func (c *call) flags(args []string) []string {
	if len(args) == 4 && args[0] == "assess" && (args[1] == "-playbook" || args[1] == "--playbook") {
		c.playbook = args[2]
		return []string{args[0], args[3]}
	}
	return args
}

var commands = map[string]func(c call, name string) error{
	"assess":   call.assess,
	"playbook": call.show,
	"context":  call.context,
	"reply":    call.reply,
}

// read gives what a name stands for; an error in it says where it stands.
func (c call) read(name string) (data []byte, shown string, err error) {
	if name == "-" {
		data, err = io.ReadAll(c.in)
		return data, "standard input", err
	}
	data, err = os.ReadFile(name)
	return data, name, err
}

func (c call) print(v any) error {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func (c call) assess(name string) error {
	p, err := c.named(c.playbook)
	if err != nil {
		return err
	}
	data, shown, err := c.read(name)
	if err != nil {
		return err
	}
	answer, err := assess.Read(data, p)
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	return c.print(answer)
}

// named is a built-in playbook, or one in a file.
func (c call) named(name string) (*playbook.Playbook, error) {
	if p, err := playbook.Named(name); err == nil {
		return p, nil
	}
	data, shown, err := c.read(name)
	if os.IsNotExist(err) {
		_, err = playbook.Named(name)
		return nil, fmt.Errorf("%w; and there is no such file", err)
	}
	if err != nil {
		return nil, err
	}
	p, err := playbook.Review(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", shown, err)
	}
	return p, nil
}

func (c call) show(name string) error {
	p, err := c.named(name)
	if err != nil {
		return err
	}
	return c.print(p)
}

func (c call) context(name string) error {
	data, shown, err := c.read(name)
	if err != nil {
		return err
	}
	ctx, err := page.Read(data)
	if err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	return c.print(ctx)
}

func (c call) reply(name string) error {
	data, shown, err := c.read(name)
	if err != nil {
		return err
	}
	if err := readReplies(data, c.out); err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	return nil
}

// Command cleanbreak is the engine for scripts, cron and CI.
//
//	cleanbreak assess [flags] FILE|-     judge the case, or the list of cases, in a JSON file
//	cleanbreak playbook NAME|FILE        check a playbook and print it in full
//	cleanbreak context FILE|-            read a page snapshot and print its context
//	cleanbreak reply FILE|-              read messages, JSON lines, and print what they mean
//	cleanbreak triage [flags] FILE…      judge the rows of CRM exports
//	cleanbreak curve [flags] FILE…       when replies stop, from the same exports
//
// It exits 0, or 2 with the field, the place and what to do.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	_ "time/tzdata" // the same zones on every machine

	"cleanbreak/core/assess"
	"cleanbreak/core/page"
	"cleanbreak/core/playbook"
	"cleanbreak/extension"
)

// commands are what may stand after "cleanbreak", in the order of the usage.
var commands = []command{
	{"assess", "[flags] FILE|-", "judge the case, or the list of cases, in a JSON file", assessHelp, call.assess},
	{"playbook", "NAME|FILE", "check a playbook and print it in full", playbookHelp, call.show},
	{"context", "FILE|-", "read a page snapshot and print its context", contextHelp, call.context},
	{"reply", "FILE|-", "read messages, JSON lines, and print what they mean", replyHelp, call.reply},
	{"triage", "[flags] FILE…", "judge the rows of CRM exports", triageHelp, call.triage},
	{"curve", "[flags] FILE…", "when replies stop, from the same exports", curveHelp, call.curve},
}

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

func run(args []string, in io.Reader, out, said io.Writer) int {
	if len(args) == 0 {
		fmt.Fprint(said, usage())
		return 2
	}
	if slices.Contains([]string{"help", "-h", "-help", "--help"}, args[0]) {
		fmt.Fprint(out, usage())
		return 0
	}
	at := slices.IndexFunc(commands, func(c command) bool { return c.name == args[0] })
	if at < 0 {
		fmt.Fprintf(said, "cleanbreak: no command is called %q; there are: %s\n", args[0], strings.Join(names(), ", "))
		return 2
	}
	c := call{command: commands[at], in: in, out: out, said: said}
	err := c.run(c, args[1:])
	if err == nil || errors.Is(err, flag.ErrHelp) {
		return 0
	}
	fmt.Fprintf(said, "cleanbreak %s: %s\n", c.name, err)
	if _, interrupted := err.(interruption); interrupted {
		return stopped
	}
	return 2
}

func (c call) print(v any) error {
	enc := json.NewEncoder(c.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}

func (c call) assess(args []string) error {
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	book := f.String("playbook", "", "playbook, `NAME|FILE`, of cases that name none; balanced")
	lang := f.String("lang", "en", "language of the reasons: en, de, es or fr")
	name, err := c.file(f, args)
	if err != nil {
		return err
	}
	p, err := c.named(*book)
	if err != nil {
		return err
	}
	data, shown, err := c.read(name)
	if err != nil {
		return err
	}
	tongue, err := extension.Tongue(*lang)
	if err != nil {
		return fmt.Errorf("-lang: %w", err)
	}
	answer, err := assess.ReadIn(tongue, data, p)
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
	if errors.Is(err, fs.ErrNotExist) {
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

func (c call) show(args []string) error {
	name, err := c.file(flag.NewFlagSet(c.name, flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	p, err := c.named(name)
	if err != nil {
		return err
	}
	return c.print(p)
}

func (c call) context(args []string) error {
	name, err := c.file(flag.NewFlagSet(c.name, flag.ContinueOnError), args)
	if err != nil {
		return err
	}
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

func (c call) reply(args []string) error {
	name, err := c.file(flag.NewFlagSet(c.name, flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	data, shown, err := c.read(name)
	if err != nil {
		return err
	}
	if len(bytes.TrimSpace(data)) == 0 { // which a script may well have
		fmt.Fprintf(c.said, "cleanbreak reply: %s: holds no message\n", shown)
	}
	if err := readReplies(data, c.out); err != nil {
		return fmt.Errorf("%s: %w", shown, err)
	}
	return nil
}

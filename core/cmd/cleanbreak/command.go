package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"strings"
)

// command is one word after "cleanbreak".
type command struct {
	name, takes, does, about string
	run                      func(c call, args []string) error
}

// call is one run of a command.
type call struct {
	command
	in   io.Reader
	out  io.Writer
	said io.Writer // progress and the summary
}

func names() (list []string) {
	for _, c := range commands {
		list = append(list, c.name)
	}
	return list
}

// files reads the flags, wherever they stand, and gives the other arguments: at
// least one. It is flag.ErrHelp where help was asked for, and given.
func (c call) files(f *flag.FlagSet, args []string) (files []string, err error) {
	f.SetOutput(io.Discard) // what is wrong is said once, and not above all the flags
	for {
		err := f.Parse(args)
		if errors.Is(err, flag.ErrHelp) {
			c.help(f)
			return nil, err
		}
		if err != nil {
			return nil, fmt.Errorf("%w; cleanbreak %s -h says what it takes", err, c.name)
		}
		if f.NArg() == 0 {
			break
		}
		files, args = append(files, f.Arg(0)), f.Args()[1:]
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("nothing to read is named; write: cleanbreak %s %s", c.name, c.takes)
	}
	return files, nil
}

// file is files for a command that reads one.
func (c call) file(f *flag.FlagSet, args []string) (string, error) {
	files, err := c.files(f, args)
	if err != nil {
		return "", err
	}
	if len(files) > 1 {
		return "", fmt.Errorf("takes one at a time, and here are %d: %s", len(files), strings.Join(files, ", "))
	}
	return files[0], nil
}

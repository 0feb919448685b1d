package main

import (
	"fmt"
	"io"
	"strings"

	"cleanbreak/core/pipeline"
)

// mapping is a flag given as often as wanted: NAME=VALUE.
type mapping map[string]string

// as takes one, and shows an example to who wrote something else.
func (m mapping) as(example string) func(string) error {
	return func(s string) error {
		at := strings.LastIndex(s, "=")
		if at < 1 {
			return fmt.Errorf("%q has no =; write it as %s", s, example)
		}
		m[s[:at]] = s[at+1:]
		return nil
	}
}

func (m mapping) sorted() string { return string(marshal(m)) } // JSON sorts the keys

// mapped is the part of the mapping whose columns a file has.
func (t *triage) mapped(name string, open func() (io.ReadCloser, error), left mapping) (pipeline.Mapping, error) {
	if len(t.mapping) == 0 {
		return nil, nil
	}
	in, err := open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	headers, err := pipeline.Headers(name, in)
	if err != nil {
		return nil, err
	}
	own := pipeline.Mapping{}
	for _, h := range headers {
		if field, ok := t.mapping[h]; ok {
			own[h] = field
			delete(left, h)
		}
	}
	return own, nil
}

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// fileFault is what stands in the way of a file, in words.
type fileFault struct {
	name, says string
	cause      error
}

func (f *fileFault) Error() string { return f.name + ": " + f.says }
func (f *fileFault) Unwrap() error { return f.cause }

// faultOf says in words why a file cannot be had; nil stays nil.
func faultOf(name string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrNotExist):
		return &fileFault{name, "there is no such file", err}
	case errors.Is(err, fs.ErrPermission):
		return &fileFault{name, "you may not open it; see who owns it", err}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return &fileFault{name, path.Err.Error(), err} // which else has the name twice
	}
	return fmt.Errorf("%s: %w", name, err)
}

// stat looks at a file that is to be read.
func stat(name string) (os.FileInfo, error) {
	if name == "-" {
		return nil, errors.New("standard input cannot be read: the files are read twice; save it as a file first, and name that")
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, faultOf(name, err)
	}
	if info.IsDir() {
		return nil, &fileFault{name, "is a folder; name the files in it", nil}
	}
	return info, nil
}

// open opens a file to read it.
func open(name string) (io.ReadCloser, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, faultOf(name, err)
	}
	return file, nil
}

// read gives what a name stands for, "-" for standard input; an error in it says where
// it stands.
func (c call) read(name string) (data []byte, shown string, err error) {
	if name == "-" {
		data, err = io.ReadAll(c.in)
		return data, "standard input", err
	}
	if _, err = stat(name); err != nil {
		return nil, name, err
	}
	data, err = os.ReadFile(name)
	return data, name, faultOf(name, err)
}

// Command locales keeps extension/_locales: it gathers every phrase of the
// program, writes the English catalogue, and takes out of the others what is said
// no more. What is left to translate it prints, a line each.
//
//	go run ./extension/tools/locales          # make locales
//	go run ./extension/tools/locales add.tsv  # name, tab, language, tab, translation
//	go run ./extension/tools/locales -written # how each language writes days and numbers, as JSON
package main

import (
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if err := run(".", os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "locales:", err)
		os.Exit(1)
	}
}

func run(root string, added []string) error {
	if len(added) == 1 && added[0] == "-written" {
		return json.NewEncoder(os.Stdout).Encode(written())
	}
	phrases, err := gather(root)
	if err != nil {
		return err
	}
	english, err := load(root, "en")
	if err != nil {
		return err
	}
	english = catalogueOf(phrases, english)
	if err := english.save(root, "en"); err != nil {
		return err
	}
	for _, lang := range Languages {
		c, err := load(root, lang)
		if err != nil {
			return err
		}
		for _, file := range added {
			if err := c.add(file, lang); err != nil {
				return err
			}
		}
		c.forget(english)
		if err := c.save(root, lang); err != nil {
			return err
		}
		for _, name := range c.missing(english) {
			fmt.Printf("%s\t%s\t%s\n", lang, name, english[name].Message)
		}
	}
	return nil
}

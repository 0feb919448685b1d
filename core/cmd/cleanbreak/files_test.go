//go:build !js

package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// TestFilesThatCannotBeRead names what is not there, a folder, and standard input where
// the files are read twice: each command in the same words.
func TestFilesThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	missing := filepath.Join(folder, "missing")
	const twice = "standard input cannot be read: the files are read twice; save it as a file first, and name that"
	for _, c := range []struct {
		args []string
		said string
	}{
		{[]string{"assess", missing}, missing + ": there is no such file"},
		{[]string{"context", missing}, missing + ": there is no such file"},
		{[]string{"reply", missing}, missing + ": there is no such file"},
		{[]string{"triage", missing}, missing + ": there is no such file"},
		{[]string{"curve", missing}, missing + ": there is no such file"},
		{[]string{"assess", folder}, folder + ": is a folder; name the files in it"},
		{[]string{"playbook", folder}, folder + ": is a folder; name the files in it"},
		{[]string{"context", folder}, folder + ": is a folder; name the files in it"},
		{[]string{"triage", folder}, folder + ": is a folder; name the files in it"},
		{[]string{"curve", folder}, folder + ": is a folder; name the files in it"},
		{[]string{"triage", "-"}, twice},
		{[]string{"curve", "-"}, twice},
		{[]string{"triage", "-out", missing + "/out.csv", "-format", "csv", exports + "plain/people.csv"}, missing + "/out.csv: its folder is not there; make it first"},
		{[]string{"triage", "-out", folder, exports + "plain/people.csv"}, "-out: " + folder + ": is a folder; name a file in it"},
	} {
		code, out, said := ran(t, c.args...)
		if code != 2 || out != "" || !strings.HasSuffix(said, ": "+c.said+"\n") {
			t.Errorf("%q: exit %d, %s%s\nwant %s", c.args, code, out, said, c.said)
		}
	}
}

// TestOthersFilesAreNotOverwritten writes over what stands there: what triage wrote is
// written anew, in whichever form, and what it did not write is refused without -force.
func TestOthersFilesAreNotOverwritten(t *testing.T) {
	folder := t.TempDir()
	in := func(name string) string { return filepath.Join(folder, name) }
	people := exports + "plain/people.csv"
	written := func(name string, args ...string) string {
		args = append([]string{"triage", "-quiet", "-now", "2026-11-20", "-out", in(name), "-suppress", in("stop of " + name)}, append(args, people)...)
		if code, _, said := ran(t, args...); code != 0 {
			t.Fatal(said)
		}
		data, err := os.ReadFile(in(name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	csv, semicolons, json, table := written("a", "-format", "csv"), written("b", "-format", "csv", "-separator", ";"), written("c", "-format", "json"), written("d")
	nobody := "no rows, 0 judged; going on with nothing; no hours freed by letting go\n"
	const stop = "Email,Name,Reason\r\nkim@a.example,Kim,contact stopped\r\n"
	for _, c := range []struct {
		about, flag, there string
		spared             bool
	}{
		{"last week's csv", "-out", csv, false},
		{"last week's csv with semicolons", "-out", semicolons, false},
		{"last week's JSON", "-out", json, false},
		{"last week's table", "-out", table, false},
		{"a table of nobody", "-out", nobody, false},
		{"a table of strangers' activities", "-out", strings.Replace(nobody, "no rows", "30 rows", 1), false},
		{"a table of one row", "-out", strings.Replace(nobody, "no rows", "1 row", 1), false},
		{"notes on rows", "-out", "30 rows, as of Friday\n", true},
		{"an empty file", "-out", "", false},
		{"a list of last week", "-suppress", stop, false},
		{"a list of last week, with the mark", "-suppress", "\ufeff" + stop, false},
		{"a list of last week with semicolons", "-suppress", strings.ReplaceAll(stop, ",", ";"), false},
		{"an empty list", "-suppress", "", false},
		{"somebody's own list", "-suppress", "email\nkim@a.example\n", true},
		{"a list with one column more", "-suppress", "Email,Name,Reason,Since\nkim@a.example,Kim,asked,2026\n", true},
		{"an answer, for the list", "-suppress", csv, true},
		{"a list, for the answer", "-out", stop, true},
		{"a blank line first", "-suppress", "\nkim@a.example\n", true},
		{"notes", "-out", "of last week\n", true},
		{"other JSON", "-out", "{\"name\": \"Northwind\"}\n", true},
		{"a column of names", "-out", "NAME\nKim\n", true},
		{"an answer with decisions beside", "-out", strings.Replace(csv, ",line\r\n", ",line,decision\r\n", 1), true},
	} {
		t.Run(c.about, func(t *testing.T) {
			for _, force := range []bool{false, true} {
				file := in("there")
				if err := os.WriteFile(file, []byte(c.there), 0o600); err != nil {
					t.Fatal(err)
				}
				args := []string{"triage", "-quiet", "-now", "2026-11-20", "-format", "csv", c.flag, file, people}
				if force {
					args = append(args, "-force")
				}
				code, _, said := ran(t, args...)
				after, _ := os.ReadFile(file)
				if c.spared && !force {
					if code != 2 || string(after) != c.there || !strings.Contains(said, c.flag+": would overwrite "+file) || !strings.Contains(said, "overwrite it with -force\n") {
						t.Errorf("exit %d: %s; what stands there is %q", code, said, after)
					}
				} else if want := map[string]string{"-out": "\ufeff", "-suppress": "\ufeffEmail,Name,Reason\r\n"}[c.flag]; code != 0 || !strings.HasPrefix(string(after), want) || c.flag == "-out" && string(after) != csv {
					t.Errorf("-force %t: exit %d: %s; what stands there is %q", force, code, said, after)
				}
			}
		})
	}
}

// TestTablesOfAnyWidthAreKnown asks for the first line of tables whose heads are cut in
// many ways.
func TestTablesOfAnyWidthAreKnown(t *testing.T) {
	cut := 0
	for width := 40; width < 260; width += 10 {
		_, out, said := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-width", strconv.Itoa(width), exports+"hubspot/deals.csv", exports+"hubspot/contacts.csv")
		line, _, _ := strings.Cut(out, "\n")
		if !isTable(line + "\n") {
			t.Errorf("width %d: %q; %s", width, line, said)
		}
		cut += strings.Count(line, "…")
	}
	if cut == 0 {
		t.Error("no head was cut")
	}
}

//go:build !js

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// valued writes prospects of ever more value, one whose name is long and wide, one who
// is closed and one in another currency.
func valued(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("id,name,email,account,owner,value,currency,stage,last touch,touches\n")
	for n := range 20 {
		fmt.Fprintf(&b, "%d,Kim %02d,kim%d@a.example,Acme Incorporated of the North,Ann Example,%d,EUR,demo,2026-10-30,2\n", n, n, n, 60_000+1000*n)
	}
	b.WriteString("20,東京特許許可局のとても長い名前の会社,tokyo@a.example,Tokyo,Ben Example,7000000,JPY,demo,2026-10-30,2\n")
	b.WriteString("21,Done,done@a.example,Acme,Ben Example,999999,EUR,closed won,2026-10-30,2\n")
	file := filepath.Join(t.TempDir(), "people.csv")
	if err := os.WriteFile(file, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestTableFits lists the most valuable first in lines of no more than the width, with
// amounts that end in one column and what all rows come to, by currency.
func TestTableFits(t *testing.T) {
	file := valued(t)
	for _, c := range []struct {
		width       int
		has, hasNot string
	}{
		{60, "SCORE", "NEXT STEP"},
		{80, "NEXT STEP", "REASON"},
		{100, "REASON", "ACCOUNT"},
		{110, "ACCOUNT", "OWNER"},
		{120, "OWNER", "REASSESS"}, // of which there is none
		{220, "OWNER", "CLOSED-LOST"},
	} {
		code, out, said := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-width", fmt.Sprint(c.width), file)
		lines := strings.Split(strings.TrimSpace(out), "\n")
		if code != 0 || len(lines) < 24 || !strings.Contains(lines[0], c.has) || strings.Contains(lines[0], c.hasNot) {
			t.Fatalf("%d: exit %d: %s\n%s", c.width, code, said, out)
		}
		for _, line := range lines[:23] {
			if width(line) > c.width {
				t.Errorf("%d characters in a line of %d: %s", width(line), c.width, line)
			}
		}
		if !strings.HasPrefix(lines[1], "東京特許") || !strings.HasPrefix(lines[2], "Kim 19 ") || !strings.HasPrefix(lines[21], "Kim 00 ") || !strings.HasPrefix(lines[22], "Done ") {
			t.Errorf("%d: in no order of worth:\n%s", c.width, out)
		}
		_, after, _ := strings.Cut(lines[0], "VALUE")
		for _, at := range []struct{ line, value string }{{lines[1], "7,000,000 JPY"}, {lines[2], "79,000 EUR"}} {
			before, _, found := strings.Cut(at.line, at.value)
			if !found || width(before+at.value) != width(lines[0])-width(after) {
				t.Errorf("%d: %q does not end under its head:\n%s\n%s", c.width, at.value, lines[0], at.line)
			}
		}
		if lines[23] != "22 rows, 21 judged; going on with 1,390,000 EUR and 7,000,000 JPY; no hours freed by letting go" {
			t.Errorf("%d: %s", c.width, lines[23])
		}
		if without := strings.Join(lines[24:], "\n"); strings.Contains(without, strings.ToLower(c.hasNot)) == (c.width >= 120) || strings.Contains(without, strings.ToLower(c.has)) {
			t.Errorf("%d: of the columns that are not there it says %q", c.width, without)
		}
	}
}

// TestTableOfTheTop holds no more rows than are asked for, and says what it leaves out.
func TestTableOfTheTop(t *testing.T) {
	file := valued(t)
	_, whole, _ := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-top", "0", file)
	code, out, said := ran(t, "triage", "-quiet", "-now", "2026-11-20", "-top", "3", file)
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if code != 0 || len(lines) != 6 || lines[5] != "19 more rows of less worth; -top 0 shows all, -format csv lists each" || lines[4] != strings.Split(whole, "\n")[23] {
		t.Fatalf("exit %d: %s\n%s", code, said, out)
	}
	for n, name := range []string{"東京特許", "Kim 19", "Kim 18"} {
		if !strings.HasPrefix(lines[n+1], name) {
			t.Errorf("row %d is %q, want %s", n, lines[n+1], name)
		}
	}
}

// TestTableSaysTheNextStepInFull writes its day as the reasons do, with the year where it
// is another one, and calls who has no name by the place in the file.
func TestTableSaysTheNextStepInFull(t *testing.T) {
	folder := t.TempDir()
	people := filepath.Join(folder, "people.csv")
	if err := os.WriteFile(people, []byte("id,name,email,account,owner,last touch,touches,lead status\n1,Kim Olsen,kim@a.example,Northwind Traders of the North,Ann Example,2026-10-30,8,\n2,,,,,,,\n3,Ada King,ada@b.example,Fabrikam,Ann Example,,,\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for now, want := range map[string]string{"2026-11-20": " e-mail on 20 Nov\n", "2026-12-31": " e-mail on 4 Jan 2027\n"} {
		code, out, said := ran(t, "triage", "-quiet", "-now", now, people)
		if code != 0 || !strings.Contains(out, want) || !strings.Contains(out, "  one last message, then stop\n") || !strings.Contains(out, "\npeople.csv:3 ") {
			t.Errorf("on %s: exit %d: %s\n%s", now, code, said, out)
		}
	}
}

// TestTableOfMany has the thousands of its figures apart, and of nobody no head.
func TestTableOfMany(t *testing.T) {
	file := filepath.Join(t.TempDir(), "people.csv")
	manyOptedOut(t, file)
	_, out, _ := ran(t, "triage", "-quiet", "-now", "2026-11-20", file)
	if lines := strings.Split(strings.TrimSpace(out), "\n"); len(lines) < 10_003 || !strings.HasPrefix(lines[10_001], "60,000 rows, 60,000 judged;") || !strings.HasPrefix(lines[10_002], "50,000 more rows of less worth;") {
		t.Errorf("%d lines, in the end %s", len(lines), tail(out))
	}
	if err := os.WriteFile(file, []byte("id,name,email\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, out, _ := ran(t, "triage", "-quiet", file); !strings.HasPrefix(out, "no rows, 0 judged;") {
		t.Errorf("of nobody: %s", out)
	}
}

// TestTableCuts cuts a cell to its width in a terminal, and leaves out what would steer it.
func TestTableCuts(t *testing.T) {
	for _, c := range []struct {
		cell string
		most int
		want string
	}{
		{"Northwind", 9, "Northwind"}, {"Northwind", 6, "North…"}, {"東京特許", 8, "東京特許"}, {"東京特許", 6, "東京…"},
		{"Jose\u0301 Gil", 8, "Jose\u0301 Gil"}, {"a\x1b[2Jb", 10, "a [2Jb"}, {"a\u202eb", 10, "a b"}, {"", 4, ""},
	} {
		if got := cut(c.cell, c.most); got != c.want {
			t.Errorf("%q in %d: %q, want %q", c.cell, c.most, got, c.want)
		}
	}
}

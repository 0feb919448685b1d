package pipeline

import (
	"bytes"
	"encoding/csv"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"pgregory.net/rapid"
)

func readAll(in io.Reader, separator byte) (table [][]string, lines []int, faults int) {
	r := newRows(in, separator)
	for {
		cells, err := r.row()
		if err == io.EOF {
			return table, lines, faults
		}
		if err != nil {
			faults++
		}
		row := []string{}
		for _, c := range cells {
			row = append(row, string(c))
		}
		table, lines = append(table, row), append(lines, r.line)
	}
}

func TestRows(t *testing.T) {
	for _, c := range []struct {
		about, in string
		rows      string // cells by |, rows by /
		lines     []int
		faults    int
	}{
		{"plain", "a,b\nc,d\n", "a|b/c|d", []int{1, 2}, 0},
		{"no end of line at the end", "a,b\r\nc,", "a|b/c|", []int{1, 2}, 0},
		{"a quoted line break", "\"a\r\nb\",c\nd,e", "a\r\nb|c/d|e", []int{1, 3}, 0},
		{"doubled marks", `"say ""no""",""` + "\n", `say "no"|`, []int{1}, 0},
		{"a stray mark inside", `"Kim "the boss" Olsen",b`, `Kim "the boss" Olsen|b`, []int{1}, 0},
		{"a mark within a bare cell", `Kim "K" Olsen,b`, `Kim "K" Olsen|b`, []int{1}, 0},
		{"a blank after the mark", `"a" ,b`, `a|b`, []int{1}, 0},
		{"blank lines", "\n\n a\n\nb", " a/b", []int{3, 5}, 0},
		{"Mac lines", "a,b\rc,d\r", "a|b/c|d", []int{1, 2}, 0},
		{"never closed", "\"a,b\nc,d\n", "\"a|b/c|d", []int{1, 2}, 1},
	} {
		t.Run(c.about, func(t *testing.T) {
			for _, in := range []io.Reader{strings.NewReader(c.in), iotest.OneByteReader(strings.NewReader(c.in))} {
				table, lines, faults := readAll(in, ',')
				var rows []string
				for _, row := range table {
					rows = append(rows, strings.Join(row, "|"))
				}
				if got := strings.Join(rows, "/"); got != c.rows || faults != c.faults || !equal(lines, c.lines) {
					t.Errorf("%q, lines %v, %d faults; want %q, %v, %d", got, lines, faults, c.rows, c.lines, c.faults)
				}
			}
		})
	}
}

func equal[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestWhatOpensAndNeverClosesSwallowsOneLine(t *testing.T) {
	var in strings.Builder
	in.WriteString("a,b\n\"open,b\n")
	for in.Len() < 3*longestRow {
		in.WriteString("c,d\n")
	}
	table, _, faults := readAll(strings.NewReader(in.String()), ',')
	if want := 1 + strings.Count(in.String(), "\n") - 1; faults != 1 || len(table) != want {
		t.Errorf("%d rows, %d faults; want %d and 1", len(table), faults, want)
	}
}

func TestAFileWithoutLines(t *testing.T) {
	r := newRows(io.LimitReader(endless{}, 1<<26), ',')
	if _, err := r.row(); err != errNoLines {
		t.Errorf("%v", err)
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

// TestRowsAgreeWithTheLibrary reads what encoding/csv writes.
func TestRowsAgreeWithTheLibrary(t *testing.T) {
	cell := rapid.StringOf(rapid.SampledFrom([]rune("ab ,;\"\t\n\ré=-")))
	rapid.Check(t, func(t *rapid.T) {
		table := rapid.SliceOf(rapid.SliceOfN(cell, 2, 5)).Draw(t, "table")
		separator := rapid.SampledFrom(separators).Draw(t, "separator")
		var out bytes.Buffer
		w := csv.NewWriter(&out)
		w.Comma = rune(separator)
		var want [][]string
		for _, row := range table {
			if err := w.Write(row); err != nil {
				t.Fatal(err)
			}
			want = append(want, row)
		}
		w.Flush()
		size := rapid.IntRange(1, 64).Draw(t, "size")
		got, _, faults := readAll(&slow{in: &out, most: size}, separator)
		if faults > 0 || len(got) != len(want) {
			t.Fatalf("%q\nwant %q", got, want)
		}
		for i := range want {
			if !equal(got[i], want[i]) {
				t.Fatalf("row %d: %q, want %q", i, got[i], want[i])
			}
		}
	})
}

type slow struct {
	in   io.Reader
	most int
}

func (s *slow) Read(b []byte) (int, error) { return s.in.Read(b[:min(len(b), s.most)]) }

// TestCellsAreSafeAndComeBack writes any texts and reads them: each is as it was,
// but for an apostrophe before what a spreadsheet would calculate.
func TestCellsAreSafeAndComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		row := rapid.SliceOfN(rapid.OneOf(rapid.String(), rapid.StringOf(rapid.SampledFrom([]rune("=+-@\t\r\n\" ,'1a|%＝")))), 2, 6).Draw(t, "row")
		var b []byte
		for i, cell := range row {
			if i > 0 {
				b = append(b, ',')
			}
			b = AppendCell(b, cell)
		}
		got, _, faults := readAll(bytes.NewReader(append(b, "\r\n"...)), ',')
		if strings.Join(row, "") == "" || strings.TrimSpace(strings.Join(row, "")) == "" {
			return
		}
		if faults > 0 || len(got) != 1 || len(got[0]) != len(row) {
			t.Fatalf("%q of %q", got, b)
		}
		for i, cell := range got[0] {
			if plain := strings.TrimPrefix(cell, "'"); cell != row[i] && plain != row[i] {
				t.Fatalf("%q came back as %q", row[i], cell)
			}
			if cell == "" {
				continue
			}
			switch cell[0] {
			case '=', '+', '@', '\t', '\r':
				t.Fatalf("%q would be calculated", cell)
			}
		}
	})
}

func TestFormulas(t *testing.T) {
	for cell, guarded := range map[string]bool{
		"=1+1": true, "+49 30": true, "@SUM(A1)": true, "-2+3": true, " =1": true, "\t=1": true, "＝1": true, "|x": true, "'=1": true,
		"-5": false, "-5.25": false, "a=b": false, "Kim": false, "": false, "kim@acme.example": false,
	} {
		if got := formula(cell); got != guarded {
			t.Errorf("%q: %v", cell, got)
		}
	}
}

func TestSeparators(t *testing.T) {
	for in, want := range map[string]byte{
		"Name,Email\nA,a@x\n":                  ',',
		"Name;Wert\nA;1,5\nB;2,5\n":            ';',
		"Name\tEmail, work\nA\ta, b\n":         '\t',
		"Name|Email\nA|b\n":                    '|',
		"Name\nA\n":                            ',',
		"sep=;\nName;Email\n":                  ';',
		"\"a;b\",\"c;d\"\n\"a;b;c\",\"c;d\"\n": ',',
	} {
		if got, _ := separatorOf([]byte(in)); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

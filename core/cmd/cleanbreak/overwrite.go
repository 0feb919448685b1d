package main

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strings"

	"cleanbreak/core/pipeline"
)

// spare refuses an output in whose place stands a file that this command did not
// write, so that nobody's own list is lost. What it wrote, last Friday's answer, is
// written anew; so is an empty file.
func (t *triage) spare() error {
	if t.force || t.resume {
		return nil
	}
	for _, o := range []struct {
		flag, name, is string
		ours           func(line string) bool
	}{
		{"-out", t.to, "no answer", isAnswer},
		{"-suppress", t.suppress, "no do-not-contact list", isSuppression},
	} {
		if o.name == "" {
			continue
		}
		line, err := firstLine(o.name)
		if err != nil {
			return fmt.Errorf("%s: %w", o.flag, err)
		}
		if line != "" && !o.ours(line) {
			return fmt.Errorf("%s: would overwrite %s, which is there already and is %s of triage; name another file, or overwrite it with -force", o.flag, o.name, o.is)
		}
	}
	return nil
}

// longest is how much of a first line is looked at, in bytes.
const longest = 1 << 16

// firstLine of a file, without the mark and the end; "" where there is no file, or
// nothing in it.
func firstLine(name string) (string, error) {
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "", nil
	case err != nil:
		return "", faultOf(name, err)
	case info.IsDir():
		return "", &fileFault{name, "is a folder; name a file in it", nil}
	case info.Size() == 0 || !info.Mode().IsRegular(): // a pipe holds nothing to lose
		return "", nil
	}
	file, err := open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	begin, err := bufio.NewReaderSize(file, longest).Peek(int(min(info.Size(), longest)))
	if err != nil {
		return "", faultOf(name, err)
	}
	line, _, _ := bytes.Cut(bytes.TrimPrefix(begin, []byte("\ufeff")), []byte("\n"))
	return strings.TrimSuffix(string(line), "\r") + "\n", nil
}

// isSuppression knows the head of a do-not-contact list.
func isSuppression(line string) bool {
	var head bytes.Buffer
	_, _ = pipeline.NewSuppression(&head, true, pipeline.Dialect{})
	return slices.Equal(cellsIn(line), cellsIn(head.String()))
}

// isAnswer knows the first line of an answer: the head of csv, whose id and name have
// the headers of the file they came from, that of a table, or a line of JSON.
func isAnswer(line string) bool {
	var head bytes.Buffer
	_ = pipeline.NewWriter(&head, "csv").Head(nil)
	got, want := cellsIn(line), cellsIn(head.String())
	if len(got) == len(want) && slices.Equal(got[2:], want[2:]) {
		return true
	}
	var row struct {
		Judged *bool
		Object *string
		File   *string
		Line   *int
	}
	if json.Unmarshal([]byte(line), &row) == nil {
		return row.Judged != nil && row.Object != nil && row.File != nil && row.Line != nil
	}
	return isTable(line)
}

// sumOf is how the sum below a table begins, its first line where it has no rows.
var sumOf = regexp.MustCompile(`^(no rows|1 row|[0-9,]+ rows)(\n$|, [0-9,]+ judged; )`)

// isTable knows the heads of a table, which a narrow one cuts, or the sum of one
// without rows.
func isTable(line string) bool {
	if sumOf.MatchString(line) {
		return true
	}
	heads := 0
	for head := range strings.SplitSeq(line, "  ") {
		head = strings.ToLower(strings.TrimSpace(head))
		if head == "" {
			continue
		}
		begins, isCut := strings.CutSuffix(head, "…")
		if !slices.ContainsFunc(columnsOf[:], func(c column) bool { return c.head == head || isCut && strings.HasPrefix(c.head, begins) }) {
			return false
		}
		heads++
	}
	return heads > 1 // there are always the name, and a verdict or why there is none
}

// cellsIn a line of csv, whichever separator it has.
func cellsIn(line string) []string {
	for _, separator := range ",;" {
		r := csv.NewReader(strings.NewReader(line))
		r.Comma, r.LazyQuotes = separator, true
		if cells, err := r.Read(); err == nil && len(cells) > 1 {
			return cells
		}
	}
	return nil
}

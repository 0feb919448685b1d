package main

import (
	"context"
	"encoding/csv"
	"errors"
	"flag"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"cleanbreak/core/calibrate"
	"cleanbreak/core/pipeline"
)

// curve is one run of that command.
type curve struct {
	triage
	of    string
	worth float64 // minutes; 0 is not said
}

func (c call) curve(args []string) (err error) {
	r := curve{triage: triage{call: c, mapping: mapping{}, holds: mapping{}, quiet: true}}
	f := flag.NewFlagSet(c.name, flag.ContinueOnError)
	f.StringVar(&r.now, "now", "", "as of this moment or day; the default is now")
	f.StringVar(&r.zone, "zone", "", "time `zone` of times without an offset; UTC")
	f.StringVar(&r.playbook, "playbook", "", "`NAME|FILE`; balanced: its minutes, and its floor (the touches below which silence is not judged)")
	f.StringVar(&r.format, "format", "table", "table, json or svg")
	f.StringVar(&r.of, "of", "", "only this curve: all, \"channel call\", \"motion cold\", …")
	f.Func("worth", "`minutes` of work that an answer is worth: says after how many touches another costs more than it brings", func(s string) (err error) {
		if r.worth, err = strconv.ParseFloat(s, 64); err != nil || !(r.worth > 0) || math.IsInf(r.worth, 0) {
			return errors.New("takes minutes, more than 0")
		}
		return nil
	})
	f.StringVar(&r.dates, "dates", "", "dmy or mdy: what 3/4/2026 means, where a file does not show it")
	if r.files, err = c.files(f, args); err != nil {
		return err
	}
	return r.run()
}

func (r *curve) run() error {
	format := r.format
	if format == "svg" {
		r.format = "json"
	}
	if err := r.check(); err != nil {
		return err
	}
	if format == "csv" {
		return errors.New(`-format: is "csv"; it takes one of: table, json, svg`)
	}
	curves, err := r.curves()
	if err != nil {
		return err
	}
	if r.of != "" || format == "svg" {
		if curves, err = r.chosen(curves); err != nil {
			return err
		}
	}
	switch format {
	case "json":
		return r.print(curves)
	case "svg":
		_, err := fmt.Fprintln(r.out, curves[0].SVG(nil))
		return err
	}
	for _, c := range curves {
		if _, err := fmt.Fprintln(r.out, c.Table()+r.advice(c)); err != nil {
			return err
		}
	}
	return nil
}

// chosen is the one curve that is asked for.
func (r *curve) chosen(curves []calibrate.Curve) ([]calibrate.Curve, error) {
	of := r.of
	if of == "" {
		of = "all"
	}
	var names []string
	for _, c := range curves {
		if c.Of == of {
			return []calibrate.Curve{c}, nil
		}
		names = append(names, c.Of)
	}
	return nil, fmt.Errorf("-of: there is no curve of %q; there are: %s", of, strings.Join(names, ", "))
}

// fewestToAdvise is how many prospects a threshold takes.
const fewestToAdvise = 50

// advice says where another touch costs more than it brings, as a line for a
// playbook.
func (r *curve) advice(c calibrate.Curve) string {
	if r.worth == 0 {
		return ""
	}
	if c.Prospects < fewestToAdvise {
		return fmt.Sprintf("Too few of your own to set a threshold by: it takes %d.\n", fewestToAdvise)
	}
	t := r.options.Playbook.ThresholdOf(c.Of)
	n, ok := c.StopAfter(r.worth, float64(t.Minutes), t.Least)
	if !ok {
		return fmt.Sprintf("Every touch up to %d is worth its %d minutes.\n", len(c.Points), t.Minutes)
	}
	said := fmt.Sprintf("After %d touches another costs more than it brings, at %d minutes each. ", n, t.Minutes)
	if t.Path == nil {
		return said + "No number of the playbook counts these touches alone.\n"
	}
	return said + fmt.Sprintf("As a playbook says it: \"%s\": %d%s\n", strings.Join(t.Path, `": {"`), n, strings.Repeat("}", len(t.Path)-1))
}

// curves reads a table of counts, or exports.
func (r *curve) curves() ([]calibrate.Curve, error) {
	if len(r.files) == 1 {
		counts, channel, err := counted(r.files[0])
		if err != nil {
			return nil, err
		}
		if counts != nil {
			curve := calibrate.Fit(counts, calibrate.PriorFor(channel), min(max(10, len(counts)), 20))
			curve.Of = "all"
			return []calibrate.Curve{curve}, nil
		}
	}
	sources, err := r.sources()
	if err != nil {
		return nil, err
	}
	groups, err := pipeline.Contacts(context.Background(), sources, r.options)
	if err != nil {
		return nil, err
	}
	curves := groups.Curves()
	if len(curves) == 0 {
		return nil, errors.New("no touch is known one by one that is two weeks old or older; add the export of activities, or, if it is here, see with triage whom they belong to")
	}
	return curves, nil
}

// counted reads a table of counts: the number of the touch (or call, or e-mail),
// how many got it, and how many of them answered it. It is none where its header is
// another.
func counted(name string) (counts calibrate.Counts, channel string, err error) {
	if _, err := stat(name); err != nil {
		return nil, "", err
	}
	file, err := open(name)
	if err != nil {
		return nil, "", err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	header, err := rows.Read()
	if err != nil || len(header) != 3 || strings.TrimPrefix(header[1], "\ufeff") != "reached" {
		return nil, "", nil // an export, whose reader says what is wrong with it
	}
	counts = calibrate.Counts{}
	for line := 2; ; line++ {
		row, err := rows.Read()
		if err == io.EOF && len(counts) == 0 {
			return nil, "", fmt.Errorf("%s: there is no touch under its header", name)
		}
		if err == io.EOF {
			return counts, strings.TrimPrefix(header[0], "\ufeff"), nil
		}
		if err != nil {
			return nil, "", fmt.Errorf("%s: %w", name, err)
		}
		var n [3]int
		for i, cell := range row {
			if n[i], err = strconv.Atoi(strings.TrimSpace(cell)); err != nil || n[i] < 0 {
				return nil, "", fmt.Errorf("%s: line %d: %s: %q is no number of times", name, line, header[i], cell)
			}
		}
		if n[0] != line-1 || n[2] > n[1] {
			return nil, "", fmt.Errorf("%s: line %d: takes touch %d, and no more answered than reached", name, line, line-1)
		}
		counts = append(counts, calibrate.Touch{Reached: n[1], Answered: n[2]})
	}
}

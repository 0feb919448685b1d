package main

import (
	"flag"
	"fmt"
	"strings"
)

// What -h says of each command, above its flags.
const (
	assessHelp = `A case is {"now": "2026-11-22", "prospect": {…}, "events": […]}; testdata/cases has
one of every kind. It says itself at which moment it is judged, so that the answer is
the same on any day. The answer is the verdict with its reasons and its plan, as JSON;
to a list, a list.
`
	playbookHelp = `NAME is balanced, the default, or a voice, which decides as one published source would:
hoffman, calvert, pipedrive, stanley or lange. FILE is a playbook of your own, which
says what differs: {"name": "Northwind", "extends": "balanced", "floor": {"touches": 4}}.
The floor is the number of touches below which silence is not judged. The fields are
listed in core/playbook/schema.json.
`
	contextHelp = `A snapshot is what the extension read of a page, as those in testdata/pages are.
`
	replyHelp = `One message a line: {"id": "1", "text": "Not before April.", "subject": "",
"received": "2026-11-22", "lang": ""}. Only the text is needed. "April" is the next one
after it was received; lang (de, pt-BR) counts where the words do not tell. The answer
has one line for each, with its id; if one is at fault, none is answered. A file without
a line is no fault: it says so, and exits with 0.
`
	triageHelp = `Deals, contacts, leads, and the activities that belong to them: exports of HubSpot,
Pipedrive, Salesforce or Zoho, or tables of your own. What belongs together is given
together. No row is left out: what is not judged says why.

The table lists the most valuable first, as the page Pipeline of the extension does,
in the columns that fit, cut where they are long; it is written when all rows are
known. csv and json have the order of the files and every text in full, and are
written row by row. A verdict on a row that only counts touches, and not each of them,
is marked: aggregate in csv, ≈ in the table.

-out and -suppress write, and do not read. What triage wrote itself, last week's
answer, is overwritten; any other file only with -force.
`
	curveHelp = `How likely touch n+1 is to be answered, given silence so far. The files are exports as
for triage, with their activities, or one table: touch,reached,answered.

There is a curve of all, of each channel, of each motion (cold; inbound, they came
first; engaged, they answered or met you; proposal, the deal is at that stage) and of
each segment by the deals' value.
`
)

// usage lists the commands.
func usage() string {
	var b strings.Builder
	for i, c := range commands {
		before := "      "
		if i == 0 {
			before = "usage:"
		}
		fmt.Fprintf(&b, "%s cleanbreak %-8s %-14s  %s\n", before, c.name, c.takes, c.does)
	}
	b.WriteString("\ncleanbreak COMMAND -h says more of one\n")
	return b.String()
}

// help says what a command takes.
func (c call) help(f *flag.FlagSet) {
	fmt.Fprintf(c.out, "usage: cleanbreak %s %s\n\n%s.\n\n%s\n", c.name, c.takes, strings.ToUpper(c.does[:1])+c.does[1:], c.about)
	f.SetOutput(c.out)
	f.PrintDefaults()
}

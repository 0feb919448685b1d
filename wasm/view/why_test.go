package view

import (
	"encoding/json"
	"os"
	"strings"
	"testing"
	"time"

	"cleanbreak/core/assess"
	"cleanbreak/core/playbook"
)

func TestTellsAnAssessmentInWords(t *testing.T) {
	data, err := os.ReadFile("../../testdata/cases/last-try-cold.json")
	if err != nil {
		t.Fatal(err)
	}
	cases, _, err := assess.ParseCases(data, playbook.Balanced())
	if err != nil {
		t.Fatal(err)
	}
	record := cases[0].Record
	told := TellWhy(assess.Assess(record, playbook.Balanced()), record.Now)
	if told.Tone != "last-try" || told.Headline != "One last try" || told.Because == "" || len(told.Parts) < 3 || len(told.Voices) != 5 || len(told.Flips) == 0 {
		t.Errorf("told %+v", told)
	}
	none, _ := json.Marshal(TellWhy(assess.Assessment{Verdict: "stop"}, time.Now()))
	if strings.Contains(string(none), "null") {
		t.Errorf("a list is null: %s", none)
	}
}

func TestLabelsNameEveryVerdict(t *testing.T) {
	verdicts, kinds := Labels()
	if verdicts["break-up"] != "Let go" || kinds["ghosting"] != "No answer" || len(verdicts) != len(shortVerdicts) || len(kinds) != len(kindWords) {
		t.Errorf("%v %v", verdicts, kinds)
	}
}

package pipeline

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
)

func TestIdeal(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,title,organization,stage,status,value,company size,country\n")
	n := 0
	deal := func(account, status string, size int, country string) {
		n++
		fmt.Fprintf(&b, "%d,Deal,%s,demo,%s,1000,%d,%s\n", n, account, status, size, country)
	}
	for i := range 12 { // who bought twice
		country := "DE"
		if i == 11 {
			country = "FR"
		}
		for range 2 {
			deal(fmt.Sprint("Again ", i), "Won", 100+10*i, country)
		}
	}
	for i := range 20 { // who bought once, and who did not
		deal(fmt.Sprint("Once ", i), "Won", 5, "US")
		deal(fmt.Sprint("Open ", i), "Open", 9000, "US")
	}
	src := textSource("deals.csv", b.String())
	ideal, err := Ideal(context.Background(), []Source{src}, options())
	if err != nil {
		t.Fatal(err)
	}
	if ideal.SizeFrom != 110 || ideal.SizeTo != 200 || !slices.Equal(ideal.Countries, []string{"DE"}) ||
		ideal.Why != "Learnt from 12 accounts that bought more than once, together for 24,000." {
		t.Errorf("%+v", ideal)
	}
	few := textSource("deals.csv", "id,title,organization,stage,status\n1,A,Acme,demo,Won\n2,B,Acme,demo,Won\n")
	if _, err := Ideal(context.Background(), []Source{few}, options()); err == nil || !strings.Contains(err.Error(), "1 account bought more than once; the ideal prospect takes 5") {
		t.Error(err)
	}
}

// TestIdealOfAnExportThatTicksWhatIsClosed, where the stage alone says who bought.
func TestIdealOfAnExportThatTicksWhatIsClosed(t *testing.T) {
	var b strings.Builder
	b.WriteString("Id,Name,StageName,Amount,CloseDate,IsClosed,Account Name,Employees\n")
	for i := range 12 {
		fmt.Fprintf(&b, "006%d,Deal,Closed Won,1000,2026-05-01,true,Acme %d,%d\n", i, i%6, 100+i)
	}
	ideal, err := Ideal(context.Background(), []Source{textSource("d.csv", b.String())}, options())
	if err != nil || !strings.HasPrefix(ideal.Why, "Learnt from 6 accounts") {
		t.Errorf("%+v %v", ideal, err)
	}
}

// TestADealInTwoExportsWasWonOnce has this week's export beside last week's.
func TestADealInTwoExportsWasWonOnce(t *testing.T) {
	var b strings.Builder
	b.WriteString("id,title,organization,stage,status\n")
	for i := range 6 {
		fmt.Fprintf(&b, "%d,Deal,Acme %d,demo,Won\n", i, i)
	}
	weeks := []Source{textSource("last.csv", b.String()), textSource("this.csv", b.String())}
	if ideal, err := Ideal(context.Background(), weeks, options()); err == nil || !strings.Contains(err.Error(), "no accounts bought more than once") {
		t.Errorf("%+v, %v", ideal, err)
	}
}

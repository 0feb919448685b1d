package calibrate

import (
	"encoding/csv"
	"encoding/json"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"cleanbreak/core/say"
)

// called is one person of the bank's: how often they were called, and whether they
// converted at the last call.
type called struct {
	calls     int
	converted bool
}

// bank gives the people behind the counts; it skips where they are not at hand.
func bank(t *testing.T) []called {
	t.Helper()
	corpus := os.Getenv("CLEANBREAK_CORPUS")
	if corpus == "" {
		t.Skip("CLEANBREAK_CORPUS names no folder with bank-calls.csv")
	}
	file, err := os.Open(filepath.Join(corpus, "bank-calls.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	rows, err := csv.NewReader(file).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	number := func(s string) int {
		n, err := strconv.Atoi(s)
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
	var people []called
	for i, row := range rows[1:] {
		call, reached, converted := number(row[0]), number(row[1]), number(row[2])
		left := reached
		if i+2 < len(rows) {
			left -= number(rows[i+2][1])
		}
		for n := range left {
			people = append(people, called{call, n < converted})
		}
	}
	return people
}

// halves parts people at random, and counts each half.
func halves(people []called, seed uint64) (fitted, judged Counts) {
	random := rand.New(rand.NewPCG(seed, 0))
	for _, p := range people {
		if random.Uint64()&1 == 0 {
			fitted.Add(p.calls, p.converted)
		} else {
			judged.Add(p.calls, p.converted)
		}
	}
	return fitted, judged
}

// outside lists the calls at which a curve fitted on one half leaves the interval
// of the rate observed in the other. It leans on the curve of e-mails: the one of
// calls was counted from these very people.
func outside(people []called, seed uint64) (calls []int) {
	fitted, judged := halves(people, seed)
	curve := Fit(fitted, Mails, 10)
	for i, p := range curve.Points {
		if low, high := Wilson(judged[i].Answered, judged[i].Reached); p.Share < low || p.Share > high {
			calls = append(calls, i+1)
		}
	}
	return calls
}

// bankSeed is the first under which the curve lies inside at every call; it does so in
// two halves of five, and the rates without any noise of ours would in three.
const bankSeed = 4

func TestTheCurveOfOneHalfHoldsInTheOther(t *testing.T) {
	people := bank(t)
	if calls := outside(people, bankSeed); len(calls) > 0 {
		t.Errorf("outside the observed rate's 95 %% interval at calls %v", calls)
	}
	// One half proves little, for both halves vary. Over many: at a single call the
	// rates of the two halves alone would agree in 83 % of all draws.
	const draws = 400
	inside, all := 0, 0
	for seed := range uint64(draws) {
		misses := len(outside(people, seed))
		inside += 10 - misses
		if misses == 0 {
			all++
		}
	}
	share := float64(inside) / (10 * draws)
	t.Logf("inside at %.1f %% of the calls, at all ten in %d of %d halves", 100*share, all, draws)
	if share < 0.87 {
		t.Errorf("inside at %.1f %% of the calls, want 87 or more", 100*share)
	}
}

// TestTheIntervalHoldsWhatItPromises compares, over two hundred halves, the curve with the
// rate that was observed in the other half: as both vary, they lie within 1.96
// deviations of their difference at 95 of 100 calls.
func TestTheIntervalHoldsWhatItPromises(t *testing.T) {
	people := bank(t)
	const seeds = 200
	inside := 0
	for seed := range uint64(seeds) {
		fitted, judged := halves(people, seed)
		for i, p := range Fit(fitted, Mails, 10).Points {
			n := float64(judged[i].Reached)
			observed := float64(judged[i].Answered) / n
			own, other := (p.High-p.Low)/(2*1.96), math.Sqrt(observed*(1-observed)/n)
			if math.Abs(p.Share-observed) <= 1.96*math.Hypot(own, other) {
				inside++
			}
		}
	}
	if share := float64(inside) / (10 * seeds); share < 0.95 {
		t.Errorf("inside at %.1f %% of the calls, want 95 or more", 100*share)
	}
}

func TestWithoutDataTheCurveIsThePublishedOne(t *testing.T) {
	for _, p := range Fit(nil, Calls, 12).Points {
		if math.Abs(p.Share-p.Prior) > 1e-12 || p.Low > p.Prior/3 || p.High < p.Prior*3 {
			t.Errorf("touch %d: %.4f (%.4f–%.4f), want %.4f and wide", p.Touch, p.Share, p.Low, p.High, p.Prior)
		}
	}
}

func TestDroppingPeopleDoesNotBendTheCurve(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	truth := []float64{.08, .07, .06, .05, .04, .03}
	var whole, dropped Counts
	for range 200_000 {
		answered := 0
		for n, h := range truth {
			if random.Float64() < h {
				answered = n + 1
				break
			}
		}
		last := 1 + random.IntN(len(truth)) // the rep gives up here
		switch {
		case answered == 0:
			whole.Add(len(truth), false)
			dropped.Add(last, false)
		case answered <= last:
			whole.Add(answered, true)
			dropped.Add(answered, true)
		default:
			whole.Add(answered, true)
			dropped.Add(last, false)
		}
	}
	for _, c := range []Counts{whole, dropped} {
		for i, p := range Fit(c, Mails, len(truth)).Points {
			if p.Low > truth[i] || p.High < truth[i] {
				t.Errorf("touch %d: %.4f–%.4f, want around %.4f", i+1, p.Low, p.High, truth[i])
			}
		}
	}
}

func TestLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c Counts
		for range rapid.IntRange(0, 60).Draw(t, "prospects") {
			c.Add(rapid.IntRange(1, 15).Draw(t, "touches"), rapid.Bool().Draw(t, "answered"))
		}
		prior := rapid.SampledFrom([]Prior{Calls, Mails}).Draw(t, "prior")
		curve := Fit(c, prior, 15)
		for _, p := range curve.Points {
			if !(0 < p.Low && p.Low < p.Share && p.Share < p.High && p.High < 1) {
				t.Fatalf("touch %d: %v < %v < %v", p.Touch, p.Low, p.Share, p.High)
			}
		}
		// One more answer at a touch never lowers the curve anywhere, nor does one more
		// silence raise it.
		n := rapid.IntRange(1, 15).Draw(t, "n")
		more, less := append(Counts{}, c...), append(Counts{}, c...)
		more.At(n, true)
		less.At(n, false)
		up, down := Fit(more, prior, 15), Fit(less, prior, 15)
		for i := range curve.Points {
			if up.Points[i].Share < curve.Points[i].Share-1e-9 || down.Points[i].Share > curve.Points[i].Share+1e-9 {
				t.Fatalf("touch %d: %v with one more answer, %v, %v with one more silence", i+1, up.Points[i].Share, curve.Points[i].Share, down.Points[i].Share)
			}
		}
	})
}

func TestSentence(t *testing.T) {
	c := make(Counts, 9)
	c[6] = Touch{300, 5}
	c[7] = Touch{212, 2}
	c[8] = Touch{100, 1}
	for _, want := range []struct {
		n    int
		says string
	}{
		{7, "of 212 like this, 3 answered after touch 7 so far: 1.4 %, 0.5–4.1 %"},
		{8, "of 100 like this, 1 answered after touch 8 so far: 1 %, 0.2–5.4 %"},
		{9, "so far none like this had another touch after touch 9 and two weeks to answer it; with what is published 1.2 % answer the next, 0.5–2.7 % (" + Mails.Source + ")"},
	} {
		if got := (Known{c, Fit(c, Mails, 20)}).Sentence(nil, want.n); got != want.says {
			t.Errorf("after %d: %s\nwant %s", want.n, got, want.says)
		}
	}
	c = Counts{{40, 0}, {19, 0}}
	if got := (Known{c, Fit(c, Calls, 20)}).Sentence(nil, 1); got != "so far only 19 like this had another touch after touch 1 and two weeks to answer it; with what is published 1.1 % answer the next, 0.2–6.6 % ("+Calls.Source+")" {
		t.Error(got)
	}
	c[1].Reached = 20
	if got := (Known{c, Fit(c, Calls, 20)}).Sentence(nil, 1); got != "of 20 like this, none answered after touch 1 so far: 0 %, 0–16 %" {
		t.Error(got)
	}
}

// TestOddsLeanOnWhatIsPublished keeps groups as JSON and asks for a motion that is
// known and one that is not.
func TestOddsLeanOnWhatIsPublished(t *testing.T) {
	g := Groups{}
	for range 30 {
		g.Add([]Contact{{Channels: []string{"call", "call"}, Motion: "cold"}})
	}
	data, err := json.Marshal(g)
	if err != nil {
		t.Fatal(err)
	}
	var read Groups
	if err := json.Unmarshal(data, &read); err != nil || !reflect.DeepEqual(read, g) {
		t.Fatalf("%v: %s", err, data)
	}
	german := say.Learn("de", say.Name("of {} like this, none answered after touch {} so far: {} %, {}–{} %")+"\tvon $1: keiner nach $2, $3, $4–$5\n")
	if got := read.Odds().Sentence(german, "cold", 1); got != "von 30: keiner nach 1, 0, 0–11" {
		t.Error(got)
	}
	const nobody = "so far none like this had another touch after touch 1 and two weeks to answer it; "
	// Nobody is counted in a proposal: what is said is of everybody.
	if got, want := read.Odds().Sentence(nil, "proposal", 1), nobody+"of all 30 of your own who had, none answered: 0 %, 0–11 %"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	g.Add([]Contact{{Channels: []string{"call", "call"}, Motion: "engaged", Answered: true}})
	if got, want := g.Odds().Sentence(nil, "proposal", 1), nobody+"of all 31 of your own who had, 1 answered: 3.2 %, 0.6–16 %"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	few := Groups{}
	few.Add([]Contact{{Channels: []string{"call", "call"}, Motion: "cold"}})
	if got, want := few.Odds().Sentence(nil, "inbound", 1), nobody+"with what is published 4.2 % answer the next, 0.3–40 % ("+Calls.Source+")"; got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func TestStopAfter(t *testing.T) {
	c := Fit(nil, Calls, 20)
	for _, want := range []struct {
		worth, cost float64
		floor, n    int
		ok          bool
	}{
		{200, 4, 3, 6, true},   // 2 %: touch 7 has 1.5
		{200, 4, 8, 8, true},   // and never below the floor
		{200, 40, 3, 3, true},  // no touch is worth it
		{4000, 4, 3, 0, false}, // every touch is
		{100, 4, 3, 3, true},   // 4 %: touch 3 has 4.1
		{100, 4.2, 1, 2, true},
	} {
		if n, ok := c.StopAfter(want.worth, want.cost, want.floor); n != want.n || ok != want.ok {
			t.Errorf("%v: %d %v", want, n, ok)
		}
	}
}

func TestGroups(t *testing.T) {
	g := Groups{}
	g.Add([]Contact{{Channels: []string{"email", "call", "email"}, Answered: true, Motion: "cold"}})
	g.Add([]Contact{{Channels: []string{"email"}, Motion: "cold"}})
	want := map[Group]Counts{
		{}:                   {{2, 0}, {1, 0}, {1, 1}},
		{"channel", "email"}: {{2, 0}, {0, 0}, {1, 1}},
		{"channel", "call"}:  {{0, 0}, {1, 0}},
		{"motion", "cold"}:   {{2, 0}, {1, 0}, {1, 1}},
	}
	if len(g) != len(want) {
		t.Errorf("%d groups, want %d", len(g), len(want))
	}
	for of, counts := range want {
		for i := range counts {
			if (*g[of])[i] != counts[i] {
				t.Errorf("%s: %v, want %v", of, *g[of], counts)
			}
		}
	}
	if curves := g.Curves(); len(curves) != 4 || curves[0].Of != "all" || curves[0].Source != Mails.Source || curves[1].Source != Calls.Source {
		t.Errorf("%+v", curves)
	}
}

// TestAPersonCountsOnce has five who answered twelve stretches each: they are five
// prospects, of the first stretch of each motion.
func TestAPersonCountsOnce(t *testing.T) {
	var stretches []Contact
	for n := range 12 {
		motion := "engaged"
		if n == 0 {
			motion = "cold"
		}
		stretches = append(stretches, Contact{Channels: []string{"email"}, Answered: true, Motion: motion})
	}
	g := Groups{}
	for range 5 {
		g.Add(stretches)
	}
	for _, of := range []Group{{}, {"motion", "cold"}, {"motion", "engaged"}, {"channel", "email"}} {
		if c := g[of]; c == nil || c.Prospects() != 5 || (*c)[0] != (Touch{5, 5}) {
			t.Errorf("%s: %v, want five", of, c)
		}
	}
}

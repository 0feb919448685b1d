package calibrate

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"cleanbreak/core/say"
)

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

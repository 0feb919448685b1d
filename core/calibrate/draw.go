package calibrate

import (
	"fmt"
	"strings"

	"cleanbreak/core/say"
)

// Table is a curve as text, for a terminal and a screen reader. Below it stands what was
// published, and how a channel's touches are numbered.
func (c Curve) Table() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", c.Of, say.Count(c.Prospects, "prospect", "prospects"))
	fmt.Fprintf(&b, "%5s %8s %9s %9s %15s %10s\n", "touch", "reached", "answered", "chance", "95 %", "published")
	for _, p := range c.Points {
		fmt.Fprintf(&b, "%5d %8d %9d %7s %% %13s %% %8s %%\n", p.Touch, p.Reached, p.Answered, percent(p.Share), percent(p.Low)+"–"+percent(p.High), percent(p.Prior))
	}
	if channel, ok := strings.CutPrefix(c.Of, "channel "); ok {
		fmt.Fprintf(&b, "touches are numbered over all channels, and counted here where they were by %s\n", channel)
	}
	fmt.Fprintf(&b, "published: %s\n", c.Source)
	return b.String()
}

// The picture's size, and where its axes stand.
const (
	width, height     = 640, 320
	left, right       = 52, 16
	top, bottom       = 16, 40
	mostLabels, ticks = 10, 4
)

// SVG is a curve as a picture: the chance of an answer by touch with its interval,
// the published curve dashed behind it. The title and the description say it in
// words, in a language; nil is English. Colours follow the page's, light or dark.
func (c Curve) SVG(l *say.Language) string {
	most := 0.001
	for _, p := range c.Points {
		most = max(most, p.Share*1.25, min(p.High, p.Share*3), p.Prior*1.1)
	}
	most = ticks * round(most/ticks)
	n := len(c.Points)
	x := func(i int) float64 { return left + float64(i)*(width-left-right)/float64(max(1, n-1)) }
	y := func(v float64) float64 { return height - bottom - min(v, most)/most*(height-top-bottom) }
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="when when-in-words" font-family="system-ui, sans-serif" font-size="12" fill="currentColor">`, width, height)
	fmt.Fprintf(&b, `<title id="when">%s</title><desc id="when-in-words">%s</desc>`, escaped(l.Say("When replies stop: {}", c.Of)), escaped(c.words(l)))
	b.WriteString(`<style>.own{fill:none;stroke:#0b6b53;stroke-width:2.5}.band{fill:#0b6b53;fill-opacity:.18}.prior{fill:none;stroke:currentColor;stroke-opacity:.6;stroke-dasharray:5 4}.grid{stroke:currentColor;stroke-opacity:.15}@media(prefers-color-scheme:dark){svg{color:#e8e8e8}.own{stroke:#5fd3b0}.band{fill:#5fd3b0}}</style>`)
	for i := range ticks + 1 {
		v := most * float64(i) / ticks
		fmt.Fprintf(&b, `<path class="grid" d="M%d %.1fH%d"/><text x="%d" y="%.1f" text-anchor="end">%s %%</text>`, left, y(v), width-right, left-6, y(v)+4, percentIn(l, v))
	}
	every := max(1, (n+mostLabels-1)/mostLabels)
	var band, back, own, prior strings.Builder
	for i, p := range c.Points {
		if i%every == 0 {
			fmt.Fprintf(&b, `<text x="%.1f" y="%d" text-anchor="middle">%d</text>`, x(i), height-bottom+18, p.Touch)
		}
		fmt.Fprintf(&band, "%s%.1f %.1f", command(i), x(i), y(p.High))
		fmt.Fprintf(&own, "%s%.1f %.1f", command(i), x(i), y(p.Share))
		fmt.Fprintf(&prior, "%s%.1f %.1f", command(i), x(i), y(p.Prior))
		last := c.Points[n-1-i]
		fmt.Fprintf(&back, "L%.1f %.1f", x(n-1-i), y(last.Low))
	}
	fmt.Fprintf(&b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`, (left+width-right)/2, height-4, escaped(l.Say("touch, after silence so far")))
	fmt.Fprintf(&b, `<path class="own" d="M%d %dh24"/><text x="%d" y="%d">%s</text><path class="prior" d="M%d %dh24"/><text x="%d" y="%d">%s</text>`,
		width-180, top+12, width-150, top+16, escaped(l.Say("your own, 95 %")), width-180, top+30, width-150, top+34, escaped(l.Say("published")))
	fmt.Fprintf(&b, `<path class="band" d="%s%sZ"/><path class="prior" d="%s"/><path class="own" d="%s"/></svg>`, band.String(), back.String(), prior.String(), own.String())
	return b.String()
}

// round is the next number not below that people count by: 1, 2, 2.5, 5, 10, …
func round(v float64) float64 {
	for unit := 0.0001; ; unit *= 10 {
		for _, n := range [...]float64{1, 2, 2.5, 5} {
			if n*unit >= v {
				return n * unit
			}
		}
	}
}

func command(i int) string {
	if i == 0 {
		return "M"
	}
	return "L"
}

// words says a curve in sentences.
func (c Curve) words(l *say.Language) string {
	var b strings.Builder
	b.WriteString(l.Say("{}. Answered, of those silent until then: ", l.Count(c.Prospects, "prospect", "prospects")))
	for i, p := range c.Points {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(l.Say("touch {} {} %, between {} and {} %, published {} %",
			l.Whole(p.Touch), percentIn(l, p.Share), percentIn(l, p.Low), percentIn(l, p.High), percentIn(l, p.Prior)))
	}
	b.WriteString(l.Say(". Dashed: {}.", l.Say(c.Source)))
	return b.String()
}

func escaped(s string) string {
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;").Replace(s)
}

//go:build js && wasm

package main

// icons are drawn by hand on a grid of 24, as lines of width 2.
var icons = map[string][]string{
	// verdicts and their kinds
	"mark":   {"M10.5 4.6A7.6 7.6 0 0 0 6.6 18", "M13.5 19.4A7.6 7.6 0 0 0 17.4 6", "M15.5 3.5l-7 17"},
	"answer": {"M10 5 4 11l6 6", "M4 11h9a7 7 0 0 1 7 7v1"},
	"bolt":   {"M13 3 5 14h6l-1 7 8-11h-6z"},
	"flag":   {"M6 21V4", "M6 4h12l-3 4 3 4H6"},
	"rise":   {"M4 17l6-6 4 4 6-8", "M15 7h5v5"},
	"onward": {"M4 12h15", "M13 6l6 6-6 6"},
	"eye":    {"M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z", "M12 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z"},
	"last":   {"M7 4h10", "M7 20h10", "M8 4v3c0 3 8 7 8 10v3", "M16 4v3c0 3-8 7-8 10v3"},
	"pause":  {"M9 6v12", "M15 6v12"},
	"stop":   {"M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7z", "M9 9l6 6", "M15 9l-6 6"},
	"hand":   {"M4 8h13", "M13 4l4 4-4 4", "M20 16H7", "M11 12l-4 4 4 4"},
	"coin":   {"M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M14.5 9.2C14 8.4 13.1 8 12 8c-1.5 0-2.6.8-2.6 2s1 1.7 2.6 2 2.6.8 2.6 2-1.1 2-2.6 2c-1.2 0-2.1-.4-2.6-1.2", "M12 6.3v11.4"},
	"people": {"M9 5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z", "M3 19c0-3.2 2.7-5 6-5s6 1.8 6 5", "M16 5.3a3.2 3.2 0 0 1 0 6", "M17.5 14.3c2.2.6 3.5 2.2 3.5 4.7"},
	"misfit": {"M4 4h9v9H4z", "M16 11.5a4.5 4.5 0 1 1 0 9a4.5 4.5 0 1 1 0-9z"},
	"no":     {"M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M6.5 6.5l11 11"},
	"swap":   {"M5 9h14", "M15 5l4 4-4 4", "M19 16H5", "M9 12.5 5 16l4 4"},
	"wheel":  {"M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M12 9.5a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5z", "M12 4v5.5", "M12 14.5V20", "M4 12h5.5", "M14.5 12H20"},
	"scales": {"M12 4v16", "M8 20h8", "M5 7h14", "M5 7l-2.5 6h5z", "M19 7l-2.5 6h5z"},
	"clock":  {"M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M12 8v4.5l3 2"},
	"leaf":   {"M5 19C5 10 10 5 20 5c0 10-5 14-12 14", "M5 20c2-5 5-8 9-10"},
	"case":   {"M4 8h16v11H4z", "M9 8V5h6v3", "M4 13h16"},
	"wait":   {"M5 12h.2", "M12 12h.2", "M19 12h.2"},
	"smile":  {"M12 4a8 8 0 1 1 0 16a8 8 0 1 1 0-16z", "M8.5 14c.8 1.3 2 2 3.5 2s2.7-.7 3.5-2", "M9.3 9.7v.2", "M14.7 9.7v.2"},

	// channels and steps
	"mail":   {"M4 6h16v12H4z", "M4 7l8 6 8-6"},
	"phone":  {"M7 3.5h3l1.5 4.5-2 1.5a11 11 0 0 0 5 5l1.5-2 4.5 1.5v3c0 1.5-1 2.5-2.5 2.5C11 19.5 4.5 13 4.5 6c0-1.5 1-2.5 2.5-2.5z"},
	"tape":   {"M7 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z", "M17 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z", "M7 15.5h10"},
	"chat":   {"M4 5h16v11h-9l-4 4v-4H4z", "M8 9h8", "M8 12h5"},
	"text":   {"M7 3h10v18H7z", "M11 18h2"},
	"speak":  {"M9 5a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4z", "M3 19c0-3.2 2.7-5 6-5s6 1.8 6 5", "M17 6c1 1.3 1 3.7 0 5", "M20 4c2 2.5 2 6.5 0 9"},
	"letter": {"M4 6h16v12H4z", "M15.5 8.5h2v2.5h-2z", "M7 12h5", "M7 15h8"},
	"fax":    {"M7 9V4h10v5", "M4 9h16v8H4z", "M7 14h10v6H7z"},
	"door":   {"M6 21V4h12v17", "M3 21h18", "M14.5 12.5v.2"},
	"pencil": {"M5 19l1-4L16 5l3 3L9 18z", "M14 7l3 3"},
	"minus":  {"M4 6h16", "M4 12h8", "M4 18h6", "M15 16h6"},
	"shield": {"M12 3.5 5 6v6c0 4.5 3 7 7 8.5 4-1.5 7-4 7-8.5V6z", "M9 12l2 2 4-4"},
	"bin":    {"M5 7h14", "M9 7V4h6v3", "M7 7l1 13h8l1-13", "M10.5 11v5", "M13.5 11v5"},
	"play":   {"M8 5l11 7-11 7z"},
	"halt":   {"M7 7h10v10H7z"},

	// the rest
	"page":    {"M6 3h8l4 4v14H6z", "M14 3v4h4", "M9 12h6", "M9 16h4"},
	"key":     {"M8 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z", "M11.5 12H21", "M18 12v4"},
	"blind":   {"M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z", "M4 20 20 4"},
	"warn":    {"M12 4 2.8 20h18.4z", "M12 10v4", "M12 17v.2"},
	"check":   {"M5 12.5l4.5 4.5L19 7.5"},
	"x":       {"M7 7l10 10", "M17 7L7 17"},
	"circle":  {"M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14z"},
	"copy":    {"M9 9h11v11H9z", "M5 15H4V4h11v1"},
	"chevron": {"M9 6l6 6-6 6"},
	"out":     {"M6 18 18 6", "M9 6h9v9"},
	"in":      {"M18 6 6 18", "M15 18H6V9"},
	"meeting": {"M4 6h16v14H4z", "M4 11h16", "M8 3v5", "M16 3v5"},
	"cog":     {"M5 8h14v11H5z", "M12 8V4", "M9 12.5v1.5", "M15 12.5v1.5", "M10 16h4"},
	"dot":     {"M12 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4z"},
	"person":  {"M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", "M4 21c0-4 4-6 8-6s8 2 8 6"},
}

// mirrored icons point along the direction of reading.
var mirrored = map[string]bool{
	"answer": true, "rise": true, "onward": true, "chevron": true, "out": true, "in": true,
	"flag": true, "play": true, "chat": true, "minus": true, "pencil": true, "speak": true,
}

// icon draws one; the words beside it carry the meaning.
func icon(name string) *node {
	class := "icon"
	if mirrored[name] {
		class += " mirrored"
	}
	svg := el("svg", class).as(name).with("viewBox", "0 0 24 24").with("aria-hidden", "true")
	for _, d := range icons[name] {
		svg.add(el("path", "").with("d", d))
	}
	return svg
}

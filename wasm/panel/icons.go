//go:build js && wasm

package main

// icons are drawn by hand on a grid of 24, as lines of width 2.
var icons = map[string][]string{
	"mark":    {"M10.5 4.6A7.6 7.6 0 0 0 6.6 18", "M13.5 19.4A7.6 7.6 0 0 0 17.4 6", "M15.5 3.5l-7 17"},
	"answer":  {"M10 5 4 11l6 6", "M4 11h9a7 7 0 0 1 7 7v1"},
	"rise":    {"M4 17l6-6 4 4 6-8", "M15 7h5v5"},
	"onward":  {"M4 12h15", "M13 6l6 6-6 6"},
	"last":    {"M7 4h10", "M7 20h10", "M8 4v3c0 3 8 7 8 10v3", "M16 4v3c0 3-8 7-8 10v3"},
	"pause":   {"M9 6v12", "M15 6v12"},
	"stop":    {"M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7z", "M9 9l6 6", "M15 9l-6 6"},
	"hand":    {"M4 8h13", "M13 4l4 4-4 4", "M20 16H7", "M11 12l-4 4 4 4"},
	"page":    {"M6 3h8l4 4v14H6z", "M14 3v4h4", "M9 12h6", "M9 16h4"},
	"key":     {"M8 8.5a3.5 3.5 0 1 1 0 7a3.5 3.5 0 1 1 0-7z", "M11.5 12H21", "M18 12v4"},
	"blind":   {"M3 12s3.5-6 9-6 9 6 9 6-3.5 6-9 6-9-6-9-6z", "M4 20 20 4"},
	"warn":    {"M12 4 2.8 20h18.4z", "M12 10v4", "M12 17v.2"},
	"check":   {"M5 12.5l4.5 4.5L19 7.5"},
	"circle":  {"M12 5a7 7 0 1 1 0 14a7 7 0 1 1 0-14z"},
	"copy":    {"M9 9h11v11H9z", "M5 15H4V4h11v1"},
	"chevron": {"M9 6l6 6-6 6"},
	"out":     {"M6 18 18 6", "M9 6h9v9"},
	"in":      {"M18 6 6 18", "M15 18H6V9"},
	"meeting": {"M4 6h16v14H4z", "M4 11h16", "M8 3v5", "M16 3v5"},
	"dot":     {"M12 10a2 2 0 1 1 0 4a2 2 0 1 1 0-4z"},
	"person":  {"M12 4a4 4 0 1 1 0 8a4 4 0 1 1 0-8z", "M4 21c0-4 4-6 8-6s8 2 8 6"},
}

// mirrored icons point along the direction of reading.
var mirrored = map[string]bool{
	"answer": true, "rise": true, "onward": true, "chevron": true, "out": true, "in": true,
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

package pipeline

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// Sheet is one file, as it was recognised.
type Sheet struct {
	File      string   `json:"file"`
	System    string   `json:"system"` // hubspot, pipedrive, salesforce, zoho or plain
	Holds     string   `json:"holds"`  // deals, people or activities
	What      string   `json:"what"`   // as the system calls it
	Object    string   `json:"object"` // what one row is: deal, contact, lead, person, task, …
	Separator string   `json:"separator"`
	DayFirst  bool     `json:"day_first"` // 3/4/2026 is in April
	Ambiguous bool     `json:"ambiguous"` // it holds such dates, and nothing shows which comes first: the headers' language decides
	Columns   []Column `json:"columns"`

	sort  string        // activities: what they are where no column says it
	heads []head        // of the columns
	broad []bool        // by column: it is of activities of any sort, theirs and tasks too
	at    [fields][]int // the columns of a field, the best first
	above int           // lines above the header
}

// Column is one column: its header, what it was taken for, and a cell of it.
type Column struct {
	Header string `json:"header"`
	Field  string `json:"field"` // "ignore" is not read
	Sample string `json:"sample"`
}

// Mapping corrects what columns are taken for: a header, as it stands in the file,
// to the name of a field.
type Mapping map[string]string

// Hints is what the caller knows better than the file.
type Hints struct {
	Holds   string // deals, people or activities; "" finds out
	Dates   string // dmy or mdy; "" finds out
	Mapping Mapping
}

const sampleSize = 1 << 20

// Why a file cannot be read, as the Code of a [Fault].
const (
	Empty    = "empty"
	Unknown  = "unknown" // no column is known
	Workbook = "workbook"
	Binary   = "binary" // a document, a picture or a program
	Nobody   = "nobody" // there are activities alone
	Buyers   = "buyers" // too few bought more than once to learn from
)

// Fault is a file that cannot be read as it is.
type Fault struct {
	Code, File, Words string
}

func (f *Fault) Error() string {
	if f.File == "" {
		return f.Words
	}
	return f.File + ": " + f.Words
}

// Recognise reads the beginning of a file and says what it is.
func Recognise(file string, in io.Reader, hints Hints) (*Sheet, error) {
	b := plain(in)
	sample, err := io.ReadAll(io.LimitReader(b, sampleSize))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	s, _, err := recognise(file, sample, hints)
	return s, err
}

// Headers are the columns' names, as they stand in a file.
func Headers(file string, in io.Reader) ([]string, error) {
	s, err := Recognise(file, in, Hints{Holds: People})
	if err != nil {
		return nil, err
	}
	var list []string
	for _, c := range s.Columns {
		list = append(list, c.Header)
	}
	return list, nil
}

// recognise gives the sheet and how many bytes stand before its header.
func recognise(file string, sample []byte, hints Hints) (*Sheet, int, error) {
	if bytes.HasPrefix(sample, []byte("PK\x03\x04")) || bytes.HasPrefix(sample, []byte("\xd0\xcf\x11\xe0")) {
		return nil, 0, &Fault{Workbook, file, "is a spreadsheet's own file; save it there as CSV UTF-8, and take that"}
	}
	if bytes.HasPrefix(sample, []byte("%PDF-")) || bytes.Count(sample, []byte{0}) > len(sample)/100 {
		return nil, 0, &Fault{Binary, file, "holds no text; export the table as CSV UTF-8, and take that"}
	}
	skip, above := titles(sample)
	separator, said := separatorOf(sample[skip:])
	if said > 0 {
		skip, above = skip+said, above+1
	}
	r := newRows(bytes.NewReader(sample[skip:]), separator)
	first, err := r.row()
	if err == io.EOF {
		return nil, 0, &Fault{Empty, file, "is empty; export it again, with its header line"}
	}
	if err != nil {
		return nil, 0, fmt.Errorf("%s: line 1: %w", file, err)
	}
	s := &Sheet{File: file, Separator: string(separator), above: above}
	for _, cell := range first {
		s.Columns = append(s.Columns, Column{Header: string(text(cell))})
	}
	s.heads = headsOf(first)
	if err := s.profile(hints); err != nil {
		return nil, 0, err
	}
	if err := s.assign(hints.Mapping); err != nil {
		return nil, 0, err
	}
	s.sampled(r, hints.Dates)
	return s, skip, nil
}

func (s *Sheet) profile(hints Hints) error {
	p, ok := known(s.heads)
	if hints.Holds != "" && p.holds != hints.Holds {
		p, ok = profile{system: "plain", holds: hints.Holds, what: hints.Holds}, true
	}
	if !ok && len(hints.Mapping) > 0 {
		p, ok = profile{system: "plain", holds: People, what: People}, true
	}
	if !ok {
		return &Fault{Unknown, s.File, "line 1: no column of it is known (" + s.headers() + "); export it with its header line, or say what the columns are, as -map 'Kunde=name'"}
	}
	s.System, s.Holds, s.What, s.sort = p.system, p.holds, p.what, p.sort
	s.Object = singular(s.What)
	return nil
}

func singular(what string) string {
	switch what {
	case People:
		return "person"
	case "potentials": // which Zoho calls deals today
		return "deal"
	}
	if stem, ok := strings.CutSuffix(what, "ies"); ok {
		return stem + "y"
	}
	return strings.TrimSuffix(what, "s")
}

// ObjectsOf are what the rows of files are that are judged, each once.
func ObjectsOf(sheets []*Sheet) (objects []string) {
	for _, s := range sheets {
		if s.Holds != Activities && !slices.Contains(objects, s.Object) {
			objects = append(objects, s.Object)
		}
	}
	return objects
}

func (s *Sheet) headers() string {
	var list []string
	for i, c := range s.Columns {
		if i == 8 {
			list = append(list, "…")
			break
		}
		list = append(list, c.Header)
	}
	return strings.Join(list, ", ")
}

var lookups = map[string]lookup{
	Deals:      lookupOf(ofDeals, common),
	People:     lookupOf(ofPeople, common),
	Activities: lookupOf(ofActivities, common),
}

// leastRank is that of a column whose header only tells its field.
const leastRank = 1000

// assign gives each column its field: as mapped, else by its header. Of several for
// one field the better comes first.
func (s *Sheet) assign(mapping Mapping) error {
	rank := make([]int, len(s.heads))
	have := map[string]bool{}
	for _, h := range s.heads {
		have[h.name] = true
	}
	left := map[string]bool{}
	for name := range mapping {
		left[name] = true
	}
	for i, h := range s.heads {
		c := fieldOf(s.Holds, h.within(s.Holds))
		if c.field == None {
			c = choice{h.ofPerson(s.Holds), leastRank}
		}
		if c.field == None {
			c = choice{tells(s.Holds, h.name), leastRank}
		}
		if half := halfName(h.name, have); half != None && s.Holds == People {
			c.field = half
		}
		if c.field == None && s.Holds != Activities && optsOut(h.name) {
			c.field = OptOut
		}
		if c.field == None && s.Holds == Deals && ticks(h.name) {
			c.field = Status
		}
		if name, mapped := mapping[s.Columns[i].Header]; mapped {
			delete(left, s.Columns[i].Header)
			field, ok := FieldNamed(name)
			if !ok {
				return fmt.Errorf("%s: column %q: %q is no field; there are: %s", s.File, s.Columns[i].Header, name, FieldNames())
			}
			c = choice{field, -1}
		}
		rank[i], s.Columns[i].Field = c.rank, c.field.String()
		s.broad = append(s.broad, ofAny(h.name))
		if c.field != None {
			s.at[c.field] = append(s.at[c.field], i)
		}
	}
	for name := range left {
		return fmt.Errorf("%s: there is no column %q; there are: %s", s.File, name, s.headers())
	}
	for _, columns := range s.at {
		slices.SortStableFunc(columns, func(a, b int) int { return cmp.Compare(rank[a], rank[b]) })
	}
	return nil
}

// halfName is which half of a name a header means that could be the whole, by the one
// beside it: "Prénom; Nom", "Nombre; Apellidos", "Vorname; Name".
func halfName(name string, have map[string]bool) Field {
	switch {
	case name == "nom" && have["prenom"] && !have["nom de famille"], name == "name" && have["vorname"] && !have["nachname"]:
		return LastName
	case name == "nombre" && (have["apellidos"] || have["apellido"]) && !have["nombre de pila"] && !have["primer nombre"]:
		return FirstName
	}
	return None
}

// ofAny reports the header of a column of activities of any sort.
func ofAny(name string) bool {
	return strings.Contains(name, "activit") || strings.Contains(name, "aktivit") || strings.Contains(name, "actividad") || name == "notes last updated"
}

// has reports that the file has a column for a field.
func (s *Sheet) has(f Field) bool { return len(s.at[f]) > 0 }

// dateFields hold dates.
var dateFields = []Field{Created, StageSince, LastTouch, LastReply, NextActivity, Closed, At, DoneAt}

// sampled looks at the first rows: a cell of each column, and whether the day or
// the month comes first.
func (s *Sheet) sampled(r *rows, said string) {
	var dayFirst, monthFirst, either int
	for {
		cells, err := r.row()
		if err == io.EOF {
			break
		}
		if err != nil {
			continue
		}
		for i := range s.Columns {
			if i < len(cells) && s.Columns[i].Sample == "" {
				s.Columns[i].Sample = sampleOf(cells[i])
			}
		}
		for _, f := range dateFields {
			for _, i := range s.at[f] {
				if i >= len(cells) {
					continue
				}
				switch orderOf(cells[i]) {
				case dayThenMonth:
					dayFirst++
				case monthThenDay:
					monthFirst++
				case eitherOrder:
					either++
				}
			}
		}
	}
	switch {
	case said != "":
		s.DayFirst = said == "dmy"
	case dayFirst != monthFirst:
		s.DayFirst = dayFirst > monthFirst
	default:
		s.DayFirst, s.Ambiguous = !s.inEnglish(), either > 0
	}
}

// NotRead are the headers of columns that hold something and are not read.
func (s *Sheet) NotRead() []string {
	var list []string
	for _, c := range s.Columns {
		if c.Field == names[None] && c.Header != "" && c.Sample != "" {
			list = append(list, c.Header)
		}
	}
	return list
}

func sampleOf(cell []byte) string {
	runes := []rune(string(text(cell)))
	if len(runes) > 40 {
		runes = append(runes[:39], '…')
	}
	return string(runes)
}

// elsewhere are headers and words in them that stand in German, French or Spanish only.
var elsewhere = phrases("de|del|der|des|du|la|le|el|von|erstellt|erstelldatum|erstellungszeit|wert|betrag|stufe|besitzer|betreff|thema|falligkeitsdatum|fallig|firma|unternehmen|vorname|nachname|accountname|kontoname|kunde|kunden|ansprechpartner|umsatz|letzter|letzte|anzahl|" +
	"titre|valeur|montant|etape|proprietaire|objet|entreprise|societe|prenom|chiffre|dernier|derniere|titulo|valor|importe|cantidad|etapa|propietario|asunto|empresa|compania|nombre|apellidos|cliente|correo|ultimo|ultima")

// inEnglish reports headers of which none is German, French or Spanish only.
func (s *Sheet) inEnglish() bool {
	return !slices.ContainsFunc(s.Columns, func(c Column) bool {
		return slices.ContainsFunc(strings.Fields(headOf(c.Header).name), func(word string) bool { return slices.Contains(elsewhere, word) })
	})
}

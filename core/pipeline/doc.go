// Package pipeline judges a whole pipeline from the exports of a CRM.
//
//	bytes → rows → Sheet (what each column is) → prospect → assess.Lister → Line
//
// # What is read
//
// Separated values as they really come: UTF-8 with a mark or without, UTF-16,
// Windows-1252 cell by cell; commas, semicolons, tabs; quoted line breaks and stray
// quotation marks; dates with the day or the month first, in words or as numbers;
// amounts with signs, separators and units; titles above the header and totals below
// the table. What cannot be read surely is not guessed: the row says so, in its note
// where it is judged without it, else in the reason why it is not. An opt-out is never
// missed: of several columns any counts, and what is no clear no stands as one.
//
// A file is known by its headers, in English, German, French and Spanish, or by the
// words in them: [Sheet] says what each column was taken for, and [Hints] corrects it.
// HubSpot (contacts, deals), Pipedrive (deals, persons,
// activities), Salesforce (leads, opportunities, tasks), Zoho (leads, contacts,
// potentials, calls, events, tasks), and any file with headers of ours:
//
//	people      name, email, account, owner, value, stage, created, last_touch, touches, last_reply, next_activity, …
//	activities  email or contact and account, at, type, direction, outcome, body
//
// # What becomes of a row
//
// Every row of deals and people is a [Line]: judged, or with the reason why not.
// So is every row of activities that could not be read or belongs to nobody; the
// others are joined to those they are with, by id, address, or name and account. A
// name alone joins only while one row has it. A row that stands in two exports
// counts once, by its id, or by all of its cells, as the newest export has it.
//
// Where no single event is known, and the row counts touches and says when the last
// one was, these are judged and the line says that it is an aggregate. So it does where
// the row counts more than the activities at hand hold.
//
// # How it holds a million rows
//
// It does not. Deals and people are read, judged and given one by one. Only what is
// joined is held: an activity as 40 bytes for each way to find it, sorted once and
// searched; of people who belong to deals what deals do not say of them. That
// needs no temporary files and no order in the exports, and costs a second reading
// of the activities, to name those that belong to nobody.
//
// What is open in the CRM is judged by its silence, however long: ninety days without
// a touch, which elsewhere begin a cycle anew, make a deal ripe for a last try, or
// rotting, and no fresh start.
package pipeline

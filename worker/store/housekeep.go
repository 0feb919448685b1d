package store

const (
	retiredAtOnce = 50               // people, in one transaction
	auditFor      = 731 * 86_400_000 // ms
)

// Housekeep erases those of whom nothing has been heard for too long, and drops
// what is over: invitations, tickets, attempts, old lines of the audit. It
// reports whether more people are due.
func (db *DB) Housekeep() bool {
	db.Do(`UPDATE person SET contact = ?1 WHERE contact = 0`, db.Now) // never contacted: their time begins
	retired := db.Retain(retiredAtOnce)
	db.Do(`DELETE FROM invitation WHERE token = '' AND recovery = 0 AND expires < ?1`, db.Now)
	db.Do(`DELETE FROM ticket WHERE expires < ?1`, db.Now)
	db.Do(`DELETE FROM attempt WHERE since < ?1 - 3600000`, db.Now)
	db.Do(`DELETE FROM audit WHERE at < ?1`, db.Now-auditFor)
	return retired == retiredAtOnce
}

package playbook_test

import (
	"fmt"

	"cleanbreak/core/playbook"
)

// A team's file says only what differs from the playbook it extends.
func ExampleLoad() {
	p, err := playbook.Load([]byte(`{
		"name": "Northwind", "extends": "balanced",
		"persistence": {"cold": {"touches": 6}},
		"holidays": ["12-07"]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Persistence.Cold.Touches, p.Persistence.Cold.Days, p.Floor.Touches)
	// Output:
	// 6 15 3
}

// A fault is named with its place.
func ExampleLoad_fault() {
	_, err := playbook.Load([]byte(`{
  "name": "Northwind", "extends": "balanced",
  "floor": {"touches": 0}
}`))
	fmt.Println(err)
	// Output:
	// line 3, column 24: floor.touches: is 0; it takes a whole number from 1
}

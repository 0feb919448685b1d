// The build copies the package's one file to idb.js.
export * from "idb";

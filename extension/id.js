// @ts-check

/** 128 random bits, in the form of every id of the log: 22 characters of base64url. */
export const newId = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16)))).slice(0, 22).replaceAll("+", "-").replaceAll("/", "_");

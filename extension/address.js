// @ts-check
// The address of a page, as far as it says what is shown there.

/** Gmail's hash also names the mails that stand open over what is shown: #inbox?compose=new. @param {string} address */
export const withoutMails = (address) => address.replace(/(#.*?)([?&])compose=[^&]*(&?)/, (_, shown, mark, more) => shown + (more && mark));

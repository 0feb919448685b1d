// The build copies the package's one file to qrcode.js.
import qrcode from "qrcode-generator";
export default qrcode;

// The build copies the package's two files to qrcode/.
export { default } from "qr";

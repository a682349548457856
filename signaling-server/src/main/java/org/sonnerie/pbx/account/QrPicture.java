package org.sonnerie.pbx.account;

import io.nayuki.qrcodegen.QrCode;

/** A QR code (ISO/IEC 18004) as a picture, dark on light in every theme: so cameras read it. */
final class QrPicture {
    /** What the standard wants around it, in modules. */
    private static final int QUIET = 4;

    private QrPicture() {}

    /** SVG without style or script. */
    static String of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M').append(x + QUIET).append(' ').append(y + QUIET);
                    path.append("h1v1h-1z");
                }
            }
        }
        int side = code.size + 2 * QUIET;
        return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" \
        shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%1$dh-%1$dz"/>\
        <path d="%2$s"/></svg>
        """
                .formatted(side, path);
    }
}

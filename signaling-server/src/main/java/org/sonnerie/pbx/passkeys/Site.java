package org.sonnerie.pbx.passkeys;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a page is: what a passkey is bound to. The browser signs the origin that it sees itself, so
 * that a page of somebody else's cannot pass for ours, whatever it makes its server say.
 *
 * @param host the relying party's id: the name in the page's address
 * @param origins from which a signature is taken
 */
record Site(String host, Set<String> origins) {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    /**
     * Of a request.
     *
     * @param request from the page
     * @param listed further origins that the settings trust (a proxy in front takes the encryption
     *     off: what the browser sees is not what we see)
     */
    static Site of(HttpServletRequest request, List<String> listed) {
        String host = request.getServerName();
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
        Set<String> origins = new HashSet<>(listed);
        origins.add(request.getScheme() + "://" + host + (usual ? "" : ":" + port));
        return new Site(host, Set.copyOf(origins));
    }
}

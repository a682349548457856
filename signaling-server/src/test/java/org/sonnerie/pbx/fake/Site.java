package org.sonnerie.pbx.fake;

import java.net.URI;

/** A server whose pages a browser asks for. */
@FunctionalInterface
public interface Site {
    URI http(String path);
}

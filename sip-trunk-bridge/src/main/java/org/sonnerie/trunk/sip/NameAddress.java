package org.sonnerie.trunk.sip;

import java.util.Optional;

/**
 * The value of From, To, Contact, Route, Record-Route or P-Asserted-Identity (RFC 3261 section
 * 20.10).
 *
 * @param displayName octets, quotes taken off; may be empty
 * @param uri as written, of any scheme
 * @param parameters those of the header, not of the URI
 */
public record NameAddress(String displayName, String uri, Parameters parameters) {

    /**
     * Reads one element.
     *
     * @param text octets, commas of a list already split
     * @return empty if it is not well-formed
     */
    public static Optional<NameAddress> parse(String text) {
        try {
            return Optional.of(read(text));
        } catch (SipSyntaxException e) {
            return Optional.empty();
        }
    }

    static NameAddress read(String text) {
        TextCursor cursor = new TextCursor(text);
        cursor.skipSpace();
        String name = "";
        String uri;
        if (cursor.looksAt('"')) {
            name = TextCursor.unquoted(cursor.quotedString());
            cursor.skipSpace();
            uri = bracketed(cursor);
        } else if (cursor.indexOf('<') >= 0) {
            // More than the grammar allows is taken here, as RFC 4475 section 3.1.2.15 advises.
            name = cursor.takeUntil(cursor.indexOf('<')).strip();
            uri = name.indexOf('"') < 0 ? bracketed(cursor) : "";
        } else {
            // Without brackets the URI has neither parameters nor headers (section 20.10).
            uri = cursor.takeWhile(c -> c != ';' && c != '?' && c != ',' && !SipText.isSpace(c));
        }
        SipUri.check(uri);
        Parameters parameters = Parameters.parse(cursor);
        cursor.expectEnd("address");
        return new NameAddress(name, uri, parameters);
    }

    private static String bracketed(TextCursor cursor) {
        cursor.expect('<', "address in brackets");
        int end = cursor.indexOf('>');
        if (end < 0) {
            throw new SipSyntaxException("bracket without end");
        }
        String uri = cursor.takeUntil(end);
        cursor.expect('>', "address in brackets");
        return uri;
    }

    /**
     * The tag of From or To.
     *
     * @return empty outside of a dialog
     */
    public Optional<String> tag() {
        return parameters.get("tag");
    }

    /**
     * The URI read.
     *
     * @return empty if it is of another scheme than sip, sips and tel
     */
    public Optional<SipUri> sipUri() {
        return SipUri.parse(uri);
    }

    /**
     * The same with a tag.
     *
     * @param tag a token
     * @return the changed address
     */
    public NameAddress withTag(String tag) {
        return new NameAddress(displayName, uri, parameters.with("tag", tag));
    }

    @Override
    public String toString() {
        String name = displayName.isEmpty() ? "" : SipText.quoted(SipText.utf8(displayName)) + " ";
        return name + "<" + uri + ">" + parameters;
    }
}

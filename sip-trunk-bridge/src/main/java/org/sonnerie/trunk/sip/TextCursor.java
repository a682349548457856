package org.sonnerie.trunk.sip;

import java.util.function.IntPredicate;

/** A place in a header value and the ways to go on from there. Owned by one parse. */
final class TextCursor {
    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at >= text.length();
    }

    boolean looksAt(char c) {
        return at < text.length() && text.charAt(at) == c;
    }

    boolean take(char c) {
        if (looksAt(c)) {
            at++;
            return true;
        }
        return false;
    }

    void expect(char c, String what) {
        if (!take(c)) {
            throw new SipSyntaxException(what);
        }
    }

    void expectEnd(String what) {
        skipSpace();
        if (!atEnd()) {
            throw new SipSyntaxException(what);
        }
    }

    void skipSpace() {
        while (at < text.length() && SipText.isSpace(text.charAt(at))) {
            at++;
        }
    }

    String takeWhile(IntPredicate wanted) {
        int from = at;
        while (at < text.length() && wanted.test(text.charAt(at))) {
            at++;
        }
        return text.substring(from, at);
    }

    String token(String what) {
        String token = takeWhile(SipText::isTokenChar);
        if (token.isEmpty()) {
            throw new SipSyntaxException(what);
        }
        return token;
    }

    /** Takes a quoted-string, its quotes and escapes included. */
    String quotedString() {
        int from = at;
        expect('"', "quoted string");
        while (!looksAt('"')) {
            if (looksAt('\\')) {
                at++;
            }
            if (atEnd()) {
                throw new SipSyntaxException("quoted string without end");
            }
            at++;
        }
        at++;
        return text.substring(from, at);
    }

    int indexOf(char c) {
        return text.indexOf(c, at);
    }

    String takeUntil(int end) {
        String part = text.substring(at, end);
        at = end;
        return part;
    }

    /** Takes away the quotes and escapes of a quoted-string. */
    static String unquoted(String value) {
        if (value.length() < 2 || value.charAt(0) != '"') {
            return value;
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < value.length() - 1; i++) {
            if (value.charAt(i) == '\\' && i + 1 < value.length() - 1) {
                i++;
            }
            out.append(value.charAt(i));
        }
        return out.toString();
    }
}

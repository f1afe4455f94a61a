package org.stillwater.internal.refusal;

/**
 * What the script of a Faces page is told: an error, in the form of the Faces specification. It comes with the status of a
 * refusal, too, so the script calls the page's error listeners ({@code faces.ajax.addOnError}) with {@code httpError} and
 * this as {@code responseXML}; nothing on the page is updated, and what was typed stays.
 */
final class PartialResponse {
    private static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<partial-response><error>";
    private static final String END = "</error></partial-response>\n";

    private PartialResponse() {}

    static String error(String name, String message) {
        return START + "<error-name>" + name + "</error-name><error-message>" + cdata(message) + "</error-message>"
                + END;
    }

    private static String cdata(String text) {
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    }
}

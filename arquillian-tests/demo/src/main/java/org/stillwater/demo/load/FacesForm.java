package org.stillwater.demo.load;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A form on a page that somebody has opened. */
final class FacesForm {

    private static final Pattern VIEW_STATE =
            Pattern.compile("name=\"jakarta\\.faces\\.ViewState\"[^>]* value=\"([^\"]*)\"");
    private static final Pattern MESSAGE = Pattern.compile("<li class=\"(info|warn|error)\"");

    private final Site site;
    private final String path;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private FacesForm(Site site, String path) {
        this.site = site;
        this.path = path;
    }

    static FacesForm open(Site site, String path, String form) throws IOException, InterruptedException {
        HttpResponse<String> page = site.get(path);
        Matcher state = VIEW_STATE.matcher(page.body());
        if (page.statusCode() != 200 || !state.find()) {
            throw new IOException("no form at " + path + ": " + page.statusCode());
        }
        FacesForm opened = new FacesForm(site, path);
        opened.fields.put(form, form);
        opened.fields.put("jakarta.faces.ViewState", state.group(1));
        return opened;
    }

    HttpResponse<String> submit(String field, String value, String button) throws IOException, InterruptedException {
        fields.put(field, value);
        fields.put(button, button);
        return site.postForm(path, fields);
    }

    /** Done redirects; a refusal is the same page with a message, and what was typed is still there. */
    static Outcome judge(HttpResponse<String> answer, String typed) {
        if (answer.statusCode() == 302) {
            return Outcome.DONE;
        }
        boolean refused = answer.statusCode() == 200
                && MESSAGE.matcher(answer.body()).find()
                && answer.body().contains(typed);
        return refused ? Outcome.REFUSED : Outcome.FAILED;
    }
}

package org.stillwater.it.writes;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyFlags;

/** Says what the application sees: the flags in the first line, the events and the beats in the next ones. */
@WebServlet("/flags")
public class FlagsServlet extends HttpServlet {
    @Inject
    private ReadOnlyFlags flags;

    @Inject
    private transient Changes changes;

    @Inject
    private transient Beat beat;

    @Inject
    private transient FreeBeat freeBeat;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        flags.selfCheck();
        response.setContentType("text/plain");
        response.getWriter()
                .printf(
                        java.util.Locale.ROOT,
                        "%s %s%n%s%n%d %d%n",
                        flags.mode(),
                        flags.isReadOnly(),
                        changes.modes(),
                        beat.beats(),
                        freeBeat.beats());
    }
}

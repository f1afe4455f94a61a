package org.stillwater.it.hibernate;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Phaser;
import org.stillwater.ReadOnlyModeException;

/**
 * {@code /shop?shop=plain|marked&do=..}, with a {@link Way}, or {@code look}; {@code pause}, {@code hold} and
 * {@code hold-commit} wait in the middle for two times {@code resume}. Says how it went.
 */
@WebServlet("/shop")
public class ShopServlet extends HttpServlet {
    private final transient Phaser pause = new Phaser(2);

    @Inject
    private transient PlainShop plain;

    @Inject
    private transient MarkedShop marked;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Shop shop = request.getParameter("shop").equals("plain") ? plain : marked;
        response.setContentType("text/plain");
        response.getWriter().print(answer(shop, request.getParameter("do")));
    }

    private String answer(Shop shop, String what) {
        try {
            switch (what) {
                case "look":
                    return shop.look();
                case "pause":
                    shop.readAndWrite(this::pause);
                    return "written";
                case "hold":
                    shop.flushAndHold(this::pause);
                    return "written";
                case "hold-commit":
                    shop.changeAndHoldCommit(this::pause);
                    return "written";
                case "resume":
                    pause.arriveAndAwaitAdvance();
                    return "resumed";
                default:
                    shop.write(Way.valueOf(what));
                    return "written";
            }
        } catch (RuntimeException e) {
            return describe(e);
        }
    }

    private void pause() {
        pause.arriveAndAwaitAdvance();
        pause.arriveAndAwaitAdvance();
    }

    private static String describe(Throwable problem) {
        StringBuilder chain = new StringBuilder();
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReadOnlyModeException) {
                return "refused: " + cause.getMessage();
            }
            chain.append(cause).append('\n');
        }
        return "failed: " + chain;
    }
}

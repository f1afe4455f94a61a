package org.stillwater.it.hibernate;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.it.Gate;

/**
 * {@code /shop?shop=plain|marked&do=..}, with {@code change} or {@code look}; {@code pause}, {@code hold} and
 * {@code hold-commit} wait in the middle for {@code open}. Says how it went.
 */
@WebServlet("/shop")
public class ShopServlet extends HttpServlet {
    @Inject
    private transient PlainShop plain;

    @Inject
    private transient MarkedShop marked;

    @Inject
    private transient Gate gate;

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
                    shop.readAndWrite(gate::hold);
                    return "written";
                case "hold":
                    shop.flushAndHold(gate::hold);
                    return "written";
                case "hold-commit":
                    shop.changeAndHoldCommit(gate::hold);
                    return "written";
                case "held":
                    return Boolean.toString(gate.isHeld());
                case "open":
                    gate.open();
                    return "open";
                case "change":
                    shop.change();
                    return "written";
                default:
                    throw new IllegalArgumentException(what);
            }
        } catch (RuntimeException e) {
            return describe(e);
        }
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

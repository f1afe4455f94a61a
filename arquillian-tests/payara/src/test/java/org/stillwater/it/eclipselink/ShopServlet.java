package org.stillwater.it.eclipselink;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.stillwater.ReadOnlyModeException;
import org.stillwater.it.Gate;

/**
 * {@code /shop?shop=plain|marked|archive|local|own&do=..}, with a {@link Way}, or what {@link #answer} knows. Those that
 * wait in the middle are let go by {@code open}. Says how it went.
 */
@WebServlet("/shop")
public class ShopServlet extends HttpServlet {
    @Inject
    private transient PlainShop plain;

    @Inject
    private transient MarkedShop marked;

    @Inject
    private transient ArchiveShop archive;

    @Inject
    private transient LocalShop local;

    @Inject
    private transient OwnShop own;

    @Inject
    private transient Conversation conversation;

    @Inject
    private transient Gate gate;

    @Resource
    private transient TransactionSynchronizationRegistry transactions;

    @Resource(lookup = "java:comp/DefaultDataSource")
    private transient DataSource h2;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try {
            response.getWriter().print(answer(shop(request.getParameter("shop")), request.getParameter("do")));
        } catch (RuntimeException | SQLException e) {
            response.getWriter().print(describe(e));
        }
    }

    /** What is posted are statements for H2, past every persistence unit; answers with the first column of the last. */
    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        try (var connection = h2.getConnection();
                var statement = connection.createStatement()) {
            List<String> column = new ArrayList<>();
            for (String sql : new String(request.getInputStream().readAllBytes(), "UTF-8").split(";", -1)) {
                if (statement.execute(sql)) {
                    var rows = statement.getResultSet();
                    while (rows.next()) {
                        column.add(rows.getString(1));
                    }
                }
            }
            response.getWriter().print(String.join("\n", column));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Shop shop(String name) {
        return switch (name) {
            case "marked" -> marked;
            case "archive" -> archive;
            case "local" -> local;
            case "own" -> own;
            default -> plain;
        };
    }

    private String answer(Shop shop, String what) throws SQLException {
        switch (what) {
            case "look":
                return shop.inTransaction(ShopServlet::look);
            case "read-function":
                return shop.inTransaction(em -> em.createNativeQuery("select read_notes()")
                                .getSingleResult() + " "
                        + em.createNativeQuery("show transaction_read_only").getSingleResult());
            case "pause":
                return shop.inTransaction(em -> {
                    em.createNativeQuery("select count(*) from Part").getSingleResult();
                    gate.hold();
                    em.createNativeQuery("update Part set name = 'changed'").executeUpdate();
                    return "written";
                });
            case "pause-change":
                return shop.inTransaction(em -> rename(em, gate::hold));
            case "hold":
                return shop.inTransaction(em -> rename(em, () -> {
                    em.flush();
                    gate.hold();
                }));
            case "hold-commit":
                return shop.inTransaction(
                        em -> rename(em, () -> transactions.registerInterposedSynchronization(new HoldsCommit(gate))));
            case "evict":
                return shop.inTransaction(em -> {
                    em.getEntityManagerFactory().getCache().evictAll();
                    return "evicted";
                });
            case "rename-in-conversation":
                return conversation.rename();
            case "save-conversation":
                return conversation.save();
            case "held":
                return Boolean.toString(gate.isHeld());
            case "open":
                gate.open();
                return "open";
            default:
                return shop.inTransaction(em -> {
                    Way.valueOf(what.toUpperCase(Locale.ROOT)).write(em);
                    return "written";
                });
        }
    }

    private static String look(EntityManager em) {
        Part part = em.find(Part.class, 1L);
        return String.join(
                " ",
                "name=" + part.name(),
                "screws=" + part.screws().size(),
                "tags=" + new TreeSet<>(part.tags()),
                "parts="
                        + em.createQuery("select count(p) from Part p", Long.class)
                                .getSingleResult(),
                "sql=" + em.createNativeQuery("select name from Part").getSingleResult());
    }

    private static String rename(EntityManager em, Runnable then) {
        em.find(Part.class, 1L).rename("held");
        then.run();
        return "written";
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

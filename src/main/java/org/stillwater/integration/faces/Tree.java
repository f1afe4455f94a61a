package org.stillwater.integration.faces;

import jakarta.faces.component.UIComponent;
import java.util.Iterator;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Searches in components as they stand in the page, without the rows of tables. */
final class Tree {
    private Tree() {}

    static boolean any(UIComponent top, Predicate<UIComponent> wanted) {
        return find(top, wanted) != null;
    }

    static @Nullable UIComponent find(UIComponent top, Predicate<UIComponent> wanted) {
        UIComponent found = wanted.test(top) ? top : null;
        Iterator<UIComponent> children = top.getFacetsAndChildren();
        while (found == null && children.hasNext()) {
            found = find(children.next(), wanted);
        }
        return found;
    }

    /** How many there are; stops counting when there are as many as given. */
    static int count(UIComponent top, Predicate<UIComponent> wanted, int most) {
        int found = wanted.test(top) ? 1 : 0;
        Iterator<UIComponent> children = top.getFacetsAndChildren();
        while (found < most && children.hasNext()) {
            found += count(children.next(), wanted, most - found);
        }
        return found;
    }
}

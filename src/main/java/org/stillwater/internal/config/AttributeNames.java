package org.stillwater.internal.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Attributes of entities, as {@code com.acme.Page.views}. Immutable.
 *
 * @param names in the order in which they are set
 */
public record AttributeNames(Set<String> names) {
    /** None. */
    static final AttributeNames NONE = new AttributeNames(Set.of());

    /** A class with its package and, behind the last dot, an attribute. */
    private static final String FORM = "([\\p{L}_$][\\p{L}\\p{N}_$]*\\.)+[\\p{L}_$][\\p{L}\\p{N}_$]*";

    /** Copies the names. */
    public AttributeNames {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }

    /**
     * Reads a list that is separated by commas.
     *
     * @throws IllegalArgumentException if an element is no attribute of a class; says what is allowed
     */
    static AttributeNames parse(String list) {
        Set<String> names = Arrays.stream(list.split(",", -1))
                .map(String::strip)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        for (String name : names) {
            if (!name.matches(FORM)) {
                throw new IllegalArgumentException("'" + name + "' is not an attribute of a class. Names such as"
                        + " 'com.acme.Page.views' are allowed, separated by commas");
            }
        }
        return new AttributeNames(names);
    }

    /** Those of this class, whether it has such attributes or not. A nested class may be written with a dot. */
    public Set<String> of(Class<?> declaring) {
        String binary = declaring.getName();
        String dotted = binary.replace('$', '.');
        return names.stream()
                .filter(name -> classOf(name).equals(binary) || classOf(name).equals(dotted))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String classOf(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The attribute in one of the names. */
    public static String attributeOf(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }
}

package jakarta.servlet.http;

public interface HttpServletResponse {
    int SC_NOT_FOUND = 404;

    void setStatus(int sc);
}

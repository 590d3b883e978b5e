# The public ports, and what happens to a request by its host name.
#
# WSO2 API Manager 3.2.0, distributed components; design `apim`, load balancer `lb`.
# Written for AWS Application Load Balancer (Terraform) by wso2-design: change the design, not this file.

# A host name that is not served here is answered 421 and reaches no node. Over TLS, who asks for it is shown the
# first certificate: there is no listener without one.
resource "aws_lb_listener" "port_80" {
  load_balancer_arn = aws_lb.this.arn
  port              = 80
  protocol          = "HTTP"

  routing_http_response_server_enabled = false # it tells an attacker what runs here

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "421"
    }
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_80_100" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 100

  condition {
    host_header {
      values = ["api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# The services, for everyone who gets here.
resource "aws_lb_listener_rule" "port_80_101" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 101

  condition {
    host_header {
      values = ["api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service_http.arn
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_200" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 200

  condition {
    host_header {
      values = ["ws.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "ws.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_300" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 300

  condition {
    host_header {
      values = ["key-manager.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "key-manager.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_400" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 400

  condition {
    host_header {
      values = ["traffic-manager.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "traffic-manager.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_500" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 500

  condition {
    host_header {
      values = ["publisher.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "publisher.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_600" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 600

  condition {
    host_header {
      values = ["dev-portal.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "dev-portal.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_700" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 700

  condition {
    host_header {
      values = ["gateway.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "gateway.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# 301, as this load balancer knows no 308: some clients make a GET of a POST. The name is fixed, so that no request
# decides where it leads.
resource "aws_lb_listener_rule" "port_80_800" {
  listener_arn = aws_lb_listener.port_80.arn
  priority     = 800

  condition {
    host_header {
      values = ["mgt.api.example.com"]
    }
  }

  action {
    type = "redirect"

    redirect {
      protocol    = "HTTPS"
      host        = "mgt.api.example.com"
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

# A host name that is not served here is answered 421 and reaches no node. Over TLS, who asks for it is shown the
# first certificate: there is no listener without one.
resource "aws_lb_listener" "port_443" {
  load_balancer_arn = aws_lb.this.arn
  port              = 443
  protocol          = "HTTPS"

  # Mozilla's «intermediate», guideline 6.0: everything since Java 8u161, OpenSSL 1.0.1l, Firefox 31, Chrome 49.
  # Forward secrecy only; clients choose, as their hardware knows best what is fast.
  ssl_policy      = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
  certificate_arn = var.certificate_arn_service

  routing_http_response_server_enabled                         = false # it tells an attacker what runs here
  routing_http_response_strict_transport_security_header_value = "max-age=63072000"
  # What nodes say of X-Content-Type-Options, X-Frame-Options, Referrer-Policy passes: a listener knows some headers
  # only, and sets them for all of its names alike.

  default_action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "421"
    }
  }
}

resource "aws_lb_listener_certificate" "port_443_web_socket" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_web_socket
}

resource "aws_lb_listener_certificate" "port_443_key_manager" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_key_manager
}

resource "aws_lb_listener_certificate" "port_443_traffic_manager" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_traffic_manager
}

resource "aws_lb_listener_certificate" "port_443_publisher" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_publisher
}

resource "aws_lb_listener_certificate" "port_443_dev_portal" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_dev_portal
}

resource "aws_lb_listener_certificate" "port_443_gateway" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_gateway
}

resource "aws_lb_listener_certificate" "port_443_console" {
  listener_arn    = aws_lb_listener.port_443.arn
  certificate_arn = var.certificate_arn_console
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_100" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 100

  condition {
    host_header {
      values = ["api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# The services, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_101" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 101

  condition {
    host_header {
      values = ["api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.service_https.arn
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_200" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 200

  condition {
    host_header {
      values = ["ws.api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# WebSocket services, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_201" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 201

  condition {
    host_header {
      values = ["ws.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web_socket.arn
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_300" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 300

  condition {
    host_header {
      values = ["key-manager.api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Key managers, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_301" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 301

  condition {
    host_header {
      values = ["key-manager.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.key_manager.arn
  }
}

# Traffic managers, for whom the web ACL lets through.
resource "aws_lb_listener_rule" "port_443_400" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 400

  condition {
    host_header {
      values = ["traffic-manager.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.traffic_manager.arn
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_500" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 500

  condition {
    host_header {
      values = ["publisher.api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Publishers, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_501" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 501

  condition {
    host_header {
      values = ["publisher.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.publisher.arn
  }
}

# The console, and what it loads and stores; for each tenant too. Only as they are written plainly: the web ACL
# refuses them however written.
resource "aws_lb_listener_rule" "port_443_600" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 600

  condition {
    host_header {
      values = ["dev-portal.api.example.com"]
    }
  }
  condition {
    path_pattern {
      regex_values = ["^(?:/t(?:;[^/]*)?/[^/]+)?/(?:carbon|fileupload|filedownload|registry)(?:[/;]|$).*"]
    }
  }

  action {
    type = "fixed-response"

    fixed_response {
      content_type = "text/plain"
      status_code  = "404"
    }
  }
}

# Developer portals, for everyone who gets here.
resource "aws_lb_listener_rule" "port_443_601" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 601

  condition {
    host_header {
      values = ["dev-portal.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.dev_portal.arn
  }
}

# Gateways, for whom the web ACL lets through.
resource "aws_lb_listener_rule" "port_443_700" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 700

  condition {
    host_header {
      values = ["gateway.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.gateway.arn
  }
}

# The management console, for whom the web ACL lets through.
resource "aws_lb_listener_rule" "port_443_800" {
  listener_arn = aws_lb_listener.port_443.arn
  priority     = 800

  condition {
    host_header {
      values = ["mgt.api.example.com"]
    }
  }

  action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.console.arn
  }
}
